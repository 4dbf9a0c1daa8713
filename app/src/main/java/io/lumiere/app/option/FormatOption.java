package io.lumiere.app.option;

import io.lumiere.exchange.ExchangeFormat;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the format of a file of records. Not thread-safe. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}, where FILE's name does not say it.")
  @Nullable ExchangeFormat format;

  /** The format of a file: the one that was named, else what the file's name says. */
  public ExchangeFormat of(Path file) {
    return format == null ? ExchangeFormat.of(file) : format;
  }
}

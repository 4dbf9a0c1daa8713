package io.lumiere.app.option;

import io.lumiere.workspace.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names an index. Not thread-safe. */
public final class IndexOption {
  @Option(
      names = "--index",
      paramLabel = "INDEX",
      description = "The index. Default: $LUMIERE_INDEX, else ~/.local/share/lumiere/index")
  @Nullable Path given;

  public Path resolve(Home home) {
    return home.index(given);
  }

  /** Whether the option itself was given. */
  public boolean isGiven() {
    return given != null;
  }
}

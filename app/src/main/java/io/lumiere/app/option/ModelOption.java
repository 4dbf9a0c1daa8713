package io.lumiere.app.option;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a model. Not thread-safe. */
public final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "The model, as 'lumiere models list' names it. Default: the one that made the index; for"
              + " a new index the default model.")
  @Nullable String name;

  /** The name; null where none is given. */
  public @Nullable String name() {
    return name;
  }
}

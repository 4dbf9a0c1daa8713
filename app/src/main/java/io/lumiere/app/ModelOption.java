package io.lumiere.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a model. */
final class ModelOption {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description =
          "The model, as 'lumiere models list' names it. Default: the one that made the index; for"
              + " a new index the default model.")
  @Nullable String name;
}

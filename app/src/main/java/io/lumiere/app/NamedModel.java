package io.lumiere.app;

import io.lumiere.models.DualEncoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names a model where no index is at hand. */
final class NamedModel {
  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model, as 'lumiere models list' names it. Default: the default model.")
  @Nullable String name;

  DualEncoder open(Console console) {
    return new ModelChoice(console, new Home(console)).open(name);
  }
}

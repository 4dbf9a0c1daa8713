package io.lumiere.app.option;

import io.lumiere.models.convert.Activation;
import io.lumiere.workspace.setup.CalibrationPhotos;
import io.lumiere.workspace.setup.Conversion;
import io.lumiere.workspace.setup.Conversion.Precision;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a conversion. Not thread-safe. */
public final class ConversionOptions {
  @Option(
      names = "--precision",
      paramLabel = "P",
      description =
          "fp32, bf16 or int8. Default: bf16 where a short trial finds it faster, else fp32."
              + " Files are the same for both; int8 makes smaller files and vectors of its"
              + " own, which do not mix with the others.")
  @Nullable Precision precision;

  @Option(
      names = "--calibrate",
      paramLabel = "DIR",
      description =
          "A folder of photos to calibrate int8 with; "
              + CalibrationPhotos.COUNT
              + " of them are read. Default: those of your index, else the demo's.")
  @Nullable Path calibrate;

  @Option(
      names = "--activation",
      paramLabel = "A",
      description =
          "${COMPLETION-CANDIDATES}: the activation of a bare file of weights that does not use the"
              + " usual one of its kind.")
  @Nullable Activation activation;

  @Option(
      names = "--images-of",
      paramLabel = "NAME",
      description = "An installed model whose image side goes with a checkpoint of texts alone.")
  @Nullable String imagesOf;

  /** What was chosen. */
  public Conversion.Choice choice() {
    if (calibrate != null && precision != Precision.INT8) {
      throw new IllegalArgumentException("--calibrate goes with --precision int8 alone");
    }
    return new Conversion.Choice(precision, calibrate, activation, imagesOf);
  }
}

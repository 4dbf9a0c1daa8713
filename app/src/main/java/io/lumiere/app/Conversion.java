package io.lumiere.app;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.RgbImage;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.catalogue.CheckpointSources;
import io.lumiere.models.catalogue.ModelCopy;
import io.lumiere.models.catalogue.SelfTest;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Makes a model's folder of what 'models add' is given. */
final class Conversion {
  /** In what a model is stored and run. */
  enum Precision {
    FP32,
    BF16,
    INT8
  }

  /** The options of a conversion. */
  static final class Options {
    @Option(
        names = "--precision",
        paramLabel = "P",
        description =
            "fp32, bf16 or int8. Default: bf16 where the processor has instructions for it, else"
                + " fp32. Files are the same for both; int8 makes smaller files and vectors of its"
                + " own, which do not mix with the others.")
    @Nullable Precision precision;

    @Option(
        names = "--calibrate",
        paramLabel = "DIR",
        description =
            "A folder of photos to calibrate int8 with; "
                + SampleImages.CALIBRATION_IMAGES
                + " of them are read. Default: painted scenes.")
    @Nullable Path calibrate;
  }

  private final Console console;
  private final Options options;

  Conversion(Console console, Options options) {
    this.console = console;
    this.options = options;
    if (options.calibrate != null && options.precision != Precision.INT8) {
      throw new IllegalArgumentException("--calibrate goes with --precision int8 alone");
    }
  }

  /** Fills the empty folder of a model, and tries it. */
  void convert(ModelSource source, Path checkpoint, Path dir) throws IOException {
    if (ModelCopy.isModel(checkpoint)) {
      copy(source, checkpoint, dir);
    } else {
      convertCheckpoint(source, checkpoint, dir);
    }
    if (options.precision == Precision.FP32 || options.precision == Precision.BF16) {
      RunPrecision.valueOf(options.precision.name()).write(dir);
    }
    try (DualEncoder encoder = Models.open(dir)) {
      for (SelfTest.Check check : SelfTest.record(encoder, SampleImages.selfTest(), dir)) {
        console.err().println("Note: " + check.what() + " failed: " + check.detail());
      }
    }
  }

  private void copy(ModelSource source, Path model, Path dir) throws IOException {
    if (options.precision == Precision.INT8) {
      throw new LumiereException(
          model + " is converted already: --precision int8 takes the checkpoint it was made of");
    }
    ModelCopy.copy(model, source.name(), dir);
  }

  private void convertCheckpoint(ModelSource source, Path checkpoint, Path dir) {
    List<ModelManifest.Source> sources = CheckpointSources.of(checkpoint, source.known());
    List<RgbImage> calibration =
        options.precision == Precision.INT8
            ? SampleImages.calibration(options.calibrate)
            : List.of();
    throw new LumiereException(
        "this version cannot convert "
            + sources
            + " for "
            + dir
            + (calibration.isEmpty() ? "" : " with " + calibration.size() + " images")
            + "; it takes over model folders alone");
  }
}

package io.lumiere.app;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.RgbImage;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.catalogue.CheckpointSources;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.ModelCopy;
import io.lumiere.models.catalogue.SelfTest;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

  /** The families of known models that {@link #convertCheckpoint} converts. */
  private static final Set<String> FAMILIES = Set.of();

  private final Console console;
  private final Options options;

  Conversion(Console console, Options options) {
    this.console = console;
    this.options = options;
    if (options.calibrate != null && options.precision != Precision.INT8) {
      throw new IllegalArgumentException("--calibrate goes with --precision int8 alone");
    }
  }

  /** Whether this version converts a published checkpoint. */
  static boolean knows(KnownModel model) {
    return FAMILIES.contains(model.family());
  }

  /**
   * Refuses, before it is downloaded, what this version does not convert.
   *
   * @throws LumiereException if it does not
   */
  static void requireKnown(KnownModel model) {
    if (!knows(model)) {
      throw new LumiereException(
          model.name()
              + " is of the family "
              + model.family()
              + ", whose checkpoints this version cannot convert. 'lumiere models list --known'"
              + " lists those it can");
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

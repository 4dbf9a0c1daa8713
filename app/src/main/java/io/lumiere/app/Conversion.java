package io.lumiere.app;

import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.RunPrecision;
import io.lumiere.models.catalogue.CheckpointSources;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.ModelCopy;
import io.lumiere.models.catalogue.SelfTest;
import io.lumiere.models.clip.ClipConfig;
import io.lumiere.models.clip.ClipImport;
import io.lumiere.models.clip.ClipKind;
import io.lumiere.models.clip.ImportOptions;
import io.lumiere.models.clip.family.Activation;
import java.io.IOException;
import java.nio.file.Path;
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
            "fp32, bf16 or int8. Default: bf16 where a short trial finds it faster, else fp32."
                + " Files are the same for both; int8 makes smaller files and vectors of its"
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

    @Option(
        names = "--activation",
        paramLabel = "A",
        description =
            "${COMPLETION-CANDIDATES}: for a bare file of weights whose makers used another than"
                + " its kind does.")
    @Nullable Activation activation;

    @Option(
        names = "--images-of",
        paramLabel = "NAME",
        description = "An installed model whose image side goes with a checkpoint of texts alone.")
    @Nullable String imagesOf;
  }

  /** The families of known models that {@link #convertCheckpoint} converts. */
  private static final Set<String> FAMILIES =
      Set.of(
          "CLIP",
          "CLIP ResNet",
          "CLIP multilingual",
          "Chinese-CLIP",
          "Chinese-CLIP ResNet",
          "SigLIP",
          "SigLIP 2",
          "MobileCLIP");

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
    runPrecision(dir).write(dir);
    try (DualEncoder encoder = Models.open(dir)) {
      for (SelfTest.Check check : SelfTest.record(encoder, SampleImages.selfTest(), dir)) {
        console.err().println("Note: " + check.what() + " failed: " + check.detail());
      }
    }
  }

  private RunPrecision runPrecision(Path dir) {
    if (options.precision != null) {
      return options.precision == Precision.BF16 ? RunPrecision.BF16 : RunPrecision.FP32;
    }
    boolean clip = ModelManifest.read(dir).kind().equals(ClipKind.NAME);
    return clip && ClipConfig.read(dir).standsBf16() ? RunPrecision.fastest() : RunPrecision.FP32;
  }

  private void copy(ModelSource source, Path model, Path dir) throws IOException {
    if (options.precision == Precision.INT8) {
      throw new LumiereException(
          model + " is converted already: --precision int8 takes the checkpoint it was made of");
    }
    ModelCopy.copy(model, source.name(), dir);
  }

  private void convertCheckpoint(ModelSource source, Path checkpoint, Path dir) {
    Packages packages = new Packages(new Home(console));
    ImportOptions plan =
        ImportOptions.of(source.name(), name -> packages.obtain(name).get(0))
            .withActivation(options.activation)
            .withImagesOf(
                options.imagesOf == null
                    ? null
                    : new ModelChoice(console, new Home(console)).folder(options.imagesOf))
            .withSources(CheckpointSources.of(checkpoint, source.known()))
            .withProgress(console.err()::println);
    ClipImport.convert(
        checkpoint,
        dir,
        options.precision == Precision.INT8
            ? plan.inBytes(SampleImages.calibration(options.calibrate))
            : plan);
  }
}

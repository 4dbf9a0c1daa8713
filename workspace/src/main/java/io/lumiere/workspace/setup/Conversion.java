package io.lumiere.workspace.setup;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.Plural;
import io.lumiere.base.RgbImage;
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
import io.lumiere.models.convert.Activation;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a model's folder of a checkpoint. Not thread-safe. */
public final class Conversion {
  /** In what a model is stored and run. */
  public enum Precision {
    FP32,
    BF16,
    INT8
  }

  /**
   * How a model is made.
   *
   * @param precision null for what a short trial finds faster
   * @param calibrate a folder of photos to calibrate int8 with; null for those at hand
   * @param activation of a bare file of weights; null for that of its kind
   * @param imagesOf the model whose image side goes with a checkpoint of texts; null for none
   */
  public record Choice(
      @Nullable Precision precision,
      @Nullable Path calibrate,
      @Nullable Activation activation,
      @Nullable String imagesOf) {
    /** Refuses what does not go together. */
    public Choice {
      if (calibrate != null && precision != Precision.INT8) {
        throw new IllegalArgumentException("photos to calibrate with go with int8 alone");
      }
    }
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

  private final Home home;
  private final SetupListener listener;
  private final Choice choice;

  public Conversion(Home home, SetupListener listener, Choice choice) {
    this.home = home;
    this.listener = listener;
    this.choice = choice;
  }

  /** Whether this version converts a published checkpoint. */
  public static boolean knows(KnownModel model) {
    return FAMILIES.contains(model.family());
  }

  /**
   * Refuses, before it is downloaded, what this version does not convert.
   *
   * @throws LumiereException if it does not
   */
  public static void requireKnown(KnownModel model) {
    if (!knows(model)) {
      throw new LumiereException(
          Fault.MODEL_NOT_CONVERTIBLE,
          model.name()
              + " is of the family "
              + model.family()
              + ", whose checkpoints this version cannot convert");
    }
  }

  /**
   * Refuses, before a checkpoint is downloaded, int8 without photos to calibrate it with.
   *
   * @throws LumiereException if there are none
   */
  public void requirePhotos() {
    if (choice.precision() == Precision.INT8) {
      calibrationFolder();
    }
  }

  /** Fills the empty folder of a model, and tries it. */
  public void convert(ModelSource source, Path checkpoint, Path dir) throws IOException {
    if (ModelCopy.isModel(checkpoint)) {
      copy(source, checkpoint, dir);
    } else {
      convertCheckpoint(source, checkpoint, dir);
    }
    runPrecision(dir).write(dir);
    try (DualEncoder encoder = Models.open(dir)) {
      for (SelfTest.Check check : SelfTest.record(encoder, SelfTestInputs.make(), dir)) {
        listener.note("Note: " + check.what() + " failed: " + check.detail());
      }
    }
  }

  private RunPrecision runPrecision(Path dir) {
    if (choice.precision() != null) {
      return choice.precision() == Precision.BF16 ? RunPrecision.BF16 : RunPrecision.FP32;
    }
    boolean clip = ModelManifest.read(dir).kind().equals(ClipKind.NAME);
    return clip && ClipConfig.read(dir).standsBf16() ? RunPrecision.fastest() : RunPrecision.FP32;
  }

  private void copy(ModelSource source, Path model, Path dir) throws IOException {
    if (choice.precision() == Precision.INT8) {
      throw new LumiereException(
          model + " is converted already: int8 takes the checkpoint it was made of");
    }
    ModelCopy.copy(model, source.name(), dir);
  }

  private void convertCheckpoint(ModelSource source, Path checkpoint, Path dir) {
    Packages packages = new Packages(home, listener);
    ImportOptions plan =
        ImportOptions.of(source.name(), name -> packages.obtain(name).get(0))
            .withActivation(choice.activation())
            .withImagesOf(
                choice.imagesOf() == null
                    ? null
                    : new ModelChoice(home, listener).folder(choice.imagesOf()))
            .withSources(CheckpointSources.of(checkpoint, source.known()))
            .withProgress(listener::note);
    ClipImport.convert(
        checkpoint,
        dir,
        choice.precision() == Precision.INT8 ? plan.inBytes(calibrationPhotos()) : plan);
  }

  private List<RgbImage> calibrationPhotos() {
    Path folder = calibrationFolder();
    List<RgbImage> photos = CalibrationPhotos.read(folder);
    listener.note("Calibrating with " + Plural.of(photos.size(), "photo") + " of " + folder);
    return photos;
  }

  private Path calibrationFolder() {
    return new CalibrationPhotos(home).folder(choice.calibrate());
  }
}

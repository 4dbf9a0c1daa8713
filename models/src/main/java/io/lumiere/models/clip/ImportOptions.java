package io.lumiere.models.clip;

import io.lumiere.base.RgbImage;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.convert.Activation;
import io.lumiere.models.convert.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a checkpoint is made into a model. Immutable.
 *
 * @param id the model's name
 * @param storage how matrices are written
 * @param calibration pictures that {@link Storage#INT8} is calibrated and compared with
 * @param activation overrules what the checkpoint's files say; null: they decide
 * @param imagesOf folder of a model whose image tower is taken, for a checkpoint of a text tower
 *     alone; null: none
 * @param vocabularies where vocabularies come from that the checkpoint lacks
 * @param sources where the weights come from, for the manifest
 * @param progress told each step in a line
 */
public record ImportOptions(
    String id,
    Storage storage,
    List<RgbImage> calibration,
    @Nullable Activation activation,
    @Nullable Path imagesOf,
    VocabularySource vocabularies,
    List<ModelManifest.Source> sources,
    Consumer<String> progress) {
  public ImportOptions {
    calibration = List.copyOf(calibration);
    sources = List.copyOf(sources);
  }

  /** Half precision, all else as the checkpoint has it. */
  public static ImportOptions of(String id, VocabularySource vocabularies) {
    return new ImportOptions(
        id, Storage.FP16, List.of(), null, null, vocabularies, List.of(), line -> {});
  }

  /** The same with another storage. */
  public ImportOptions withStorage(Storage other) {
    return new ImportOptions(
        id, other, calibration, activation, imagesOf, vocabularies, sources, progress);
  }

  /** The same in 8 bits, calibrated with these pictures. */
  public ImportOptions inBytes(List<RgbImage> pictures) {
    return new ImportOptions(
        id, Storage.INT8, pictures, activation, imagesOf, vocabularies, sources, progress);
  }

  /** The same with an activation. */
  public ImportOptions withActivation(@Nullable Activation named) {
    return new ImportOptions(
        id, storage, calibration, named, imagesOf, vocabularies, sources, progress);
  }

  /** The same with another model's image tower. */
  public ImportOptions withImagesOf(@Nullable Path model) {
    return new ImportOptions(
        id, storage, calibration, activation, model, vocabularies, sources, progress);
  }

  /** The same with sources. */
  public ImportOptions withSources(List<ModelManifest.Source> all) {
    return new ImportOptions(
        id, storage, calibration, activation, imagesOf, vocabularies, all, progress);
  }

  /** The same with somebody who is told each step. */
  public ImportOptions withProgress(Consumer<String> listener) {
    return new ImportOptions(
        id, storage, calibration, activation, imagesOf, vocabularies, sources, listener);
  }
}

package io.lumiere.workspace.search;

import io.lumiere.models.DualEncoder;
import io.lumiere.models.Scoring;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.query.Calibration;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SharedSearch;
import io.lumiere.query.TextEncoder;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.nio.file.Path;

/** Opens indexes to search them by texts, with what is known of a model's cosines. Thread-safe. */
public final class IndexSearch {
  // Texts: logistic regression on the captions of both sample archives, for photos of which one in
  // ten matches. Near duplicates: see Calibration.DEFAULT.
  private static final Calibration STARTER =
      new Calibration(new Scale.Logistic(0.36, 0.09), new Scale.Logistic(0.6, 0.1), 0.92f);

  private IndexSearch() {}

  /** Opens an index to search it with this model; its text tower is loaded by the first text. */
  public static PhotoSearch open(Path index, DualEncoder encoder) {
    return PhotoSearch.open(
        index, encoder.model(), text -> encoder.texts().encode(text), calibration(encoder));
  }

  /** As {@link #open}; vectors of texts are kept for later runs, which need not load a tower. */
  public static PhotoSearch openCached(Path index, DualEncoder encoder, Path cache) {
    return PhotoSearch.open(
        index, encoder.model(), cachedTexts(encoder, cache), calibration(encoder));
  }

  /**
   * As {@link #openCached}, in several directories that are searched as one.
   *
   * @param model the encoder's, as the directories have it
   */
  public static SharedSearch openShared(
      SharedSearch.Directories directories,
      IndexMetadata metadata,
      IndexedModel model,
      DualEncoder encoder,
      Path cache) {
    return new SharedSearch(
        directories, metadata, model, cachedTexts(encoder, cache), calibration(encoder));
  }

  private static TextEncoder cachedTexts(DualEncoder encoder, Path cache) {
    return new CachedTexts(
        texts(encoder),
        cache.resolve("queries").resolve(encoder.model().contentHash()),
        encoder.model().dimension());
  }

  /** The text tower, which is loaded when it is first asked. */
  private static TextEncoder texts(DualEncoder encoder) {
    return new TextEncoder() {
      @Override
      public float[] encode(String text) {
        return encoder.texts().encode(text);
      }

      @Override
      public boolean knows(String word) {
        return encoder.texts().knows(word);
      }
    };
  }

  /**
   * What the model's cosines mean. The starter's were measured. SigLIP is trained to say it itself.
   * CLIP only ranks, and no published weights could be measured: for it, a match is taken to be as
   * likely as not at a cosine of .25.
   */
  private static Calibration calibration(DualEncoder encoder) {
    if (encoder.model().id().equals(ModelStore.STARTER)) {
      return STARTER;
    }
    Scoring scoring = encoder.scoring();
    Scale texts =
        scoring.kind() == Scoring.Kind.SIGMOID
            ? new Scale.Logistic(-scoring.bias() / scoring.scale(), 2 / scoring.scale())
            : new Scale.Logistic(0.25, 0.02);
    return new Calibration(texts, new Scale.Logistic(0.75, 0.05));
  }
}

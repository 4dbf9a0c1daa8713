package io.lumiere.app.setup;

import io.lumiere.app.output.Console;
import io.lumiere.app.search.CachedTexts;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Indexer;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import io.lumiere.models.Scoring;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.query.Calibration;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.TextEncoder;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the model that a command works with, and opens it: the one that a person names, else the
 * one that made the index, else the default.
 */
public final class ModelChoice {
  private final Console console;
  private final Home home;
  private final ModelStore store;

  public ModelChoice(Console console, Home home) {
    this.console = console;
    this.home = home;
    this.store = new ModelStore(home.models());
  }

  /** Opens a model by its name; where that is null, the default. */
  public DualEncoder open(@Nullable String name) {
    return Models.open(folder(name == null ? store.defaultName() : name));
  }

  /**
   * Opens the model for an index that is there.
   *
   * @param name of a model of the index or an installed one; null for the index's own
   * @throws LumiereException if there is no index, which is found out before any model is made, or
   *     its model is not there any more
   */
  public DualEncoder openFor(Path index, @Nullable String name) {
    return open(PhotoSearch.readMetadata(index), index, name);
  }

  /**
   * Opens all models of an index that are at hand, so that a new photo gets each one's vector.
   *
   * @param index where there may be none yet
   * @param name as {@link #openFor} takes it; that model is the first, and for a new index the
   *     default
   */
  public OpenModels openAllFor(Path index, @Nullable String name) {
    List<DualEncoder> open = new ArrayList<>();
    Optional<IndexMetadata> metadata = Indexer.metadata(index);
    open.add(metadata.isEmpty() ? open(name) : open(metadata.get(), index, name));
    EmbeddingModel first = open.getFirst().model();
    List<EmbeddingModel> others =
        metadata.stream()
            .flatMap(found -> found.models().all().stream())
            .map(IndexedModel::model)
            .filter(model -> !model.equals(first))
            .toList();
    for (EmbeddingModel model : others) {
      if (model.id().equals(ModelStore.STARTER)) {
        open.add(open(ModelStore.STARTER));
      } else {
        store.list().stream()
            .filter(installed -> installed.manifest().model().equals(model))
            .findFirst()
            .ifPresent(installed -> open.add(Models.open(installed.folder())));
      }
    }
    return new OpenModels(open);
  }

  /** The folder of a model; the starter is made if it is missing. */
  public Path folder(String name) {
    return name.equals(ModelStore.STARTER)
        ? new Starter(console, home).folder()
        : store.expect(name).folder();
  }

  /** Opens an index to search it with this model; its text tower is loaded by the first text. */
  public static PhotoSearch search(Path index, DualEncoder encoder) {
    return PhotoSearch.open(
        index, encoder.model(), text -> encoder.texts().encode(text), calibration(encoder));
  }

  /** As {@link #search}; vectors of texts are kept for later runs, which need not load a tower. */
  public static PhotoSearch searchCached(Path index, DualEncoder encoder, Home home) {
    CachedTexts texts =
        new CachedTexts(
            texts(encoder),
            home.cache().resolve("queries").resolve(encoder.model().contentHash()),
            encoder.model().dimension());
    return PhotoSearch.open(index, encoder.model(), texts, calibration(encoder));
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
      return Starter.CALIBRATION;
    }
    Scoring scoring = encoder.scoring();
    Scale texts =
        scoring.kind() == Scoring.Kind.SIGMOID
            ? new Scale.Logistic(-scoring.bias() / scoring.scale(), 2 / scoring.scale())
            : new Scale.Logistic(0.25, 0.02);
    return new Calibration(texts, new Scale.Logistic(0.75, 0.05));
  }

  private DualEncoder open(IndexMetadata metadata, Path index, @Nullable String name) {
    if (name == null) {
      return open(metadata.model(), index);
    }
    return metadata.models().all().stream()
        .map(IndexedModel::model)
        .filter(model -> model.id().equals(name))
        .findFirst()
        .map(model -> open(model, index))
        .orElseGet(() -> open(name));
  }

  private DualEncoder open(EmbeddingModel wanted, Path index) {
    if (wanted.id().equals(ModelStore.STARTER)) {
      return open(ModelStore.STARTER);
    }
    InstalledModel model =
        store.list().stream()
            .filter(installed -> installed.manifest().model().equals(wanted))
            .findFirst()
            .orElseThrow(() -> missing(wanted, index));
    return Models.open(model.folder());
  }

  private LumiereException missing(EmbeddingModel wanted, Path index) {
    String id = wanted.id();
    Optional<InstalledModel> renamed = store.findByContent(wanted.contentHash());
    if (renamed.isPresent()) {
      return new LumiereException(
          "index "
              + index
              + " was made with model "
              + id
              + ", which is installed under another name: 'lumiere models add "
              + id
              + " --from "
              + renamed.get().folder()
              + "' takes it over under this one");
    }
    boolean known = KnownModels.load(console.environment()).find(id).isPresent();
    boolean other = ModelStore.isName(id) && store.find(id).isPresent();
    return new LumiereException(
        "index "
            + index
            + " was made with model "
            + id
            + " ("
            + wanted.contentHash().substring(0, 12)
            + ", "
            + wanted.dimension()
            + " dimensions), which is not installed"
            + (other ? "; the installed " + id + " is another version of it" : "")
            + ": add it again with 'lumiere models add "
            + (known ? id : id + " --from FILE")
            + "', or name an installed model with --model");
  }
}

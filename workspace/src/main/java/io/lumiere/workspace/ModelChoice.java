package io.lumiere.workspace;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Indexer;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.workspace.setup.SetupListener;
import io.lumiere.workspace.setup.Starter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the model that a command works with, and opens it: the one that a person names, else the
 * one that made the index, else the default. Not thread-safe.
 */
public final class ModelChoice {
  private final Home home;
  private final SetupListener listener;
  private final ModelStore store;

  /**
   * A choice among the models that are installed.
   *
   * @param listener hears what set-up says where the starter model has to be made
   */
  public ModelChoice(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
    this.store = new ModelStore(home.models());
  }

  /** Opens a model by its name; where that is null, the default. */
  public DualEncoder open(@Nullable String name) {
    return Models.open(folder(name == null ? store.defaultName() : name));
  }

  /**
   * Opens the model for an index that is there.
   *
   * @param name of a model of the index or an installed one, which may be another version than the
   *     index has; null for the index's own
   * @throws LumiereException if there is no index, which is found out before any model is made, or
   *     its model is not there any more
   */
  public DualEncoder openFor(Path index, @Nullable String name) {
    return openFor(PhotoSearch.readMetadata(index), index.toString(), name);
  }

  /**
   * As {@link #openFor(Path, String)}, of photos that need not be in a directory.
   *
   * @param metadata what their index says of itself
   * @param index what to call it in messages
   */
  public DualEncoder openFor(IndexMetadata metadata, String index, @Nullable String name) {
    if (name == null) {
      return open(metadata.model(), index);
    }
    List<EmbeddingModel> called =
        metadata.models().all().stream()
            .filter(model -> model.isCalled(name))
            .map(IndexedModel::model)
            .toList();
    return called.stream()
        .map(this::openInstalled)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() ->
            called.isEmpty() || isInstalled(name) ? open(name) : open(called.getFirst(), index));
  }

  /**
   * Opens all models of an index that are at hand, so that a new photo gets each one's vector.
   *
   * @param index where there may be none yet
   * @param name as {@link #openFor(Path, String)} takes it; that model is the first, and for a new
   *     index the default
   */
  public OpenModels openAllFor(Path index, @Nullable String name) {
    return openAllFor(Indexer.metadata(index), index.toString(), name);
  }

  /**
   * As {@link #openAllFor(Path, String)}, of photos that need not be in a directory.
   *
   * @param metadata what it says of itself; empty where there is none yet
   * @param index what to call it in messages
   */
  public OpenModels openAllFor(
      Optional<IndexMetadata> metadata, String index, @Nullable String name) {
    List<DualEncoder> open = new ArrayList<>();
    open.add(metadata.isEmpty() ? open(name) : openFor(metadata.get(), index, name));
    EmbeddingModel first = open.getFirst().model();
    List<EmbeddingModel> others =
        metadata.stream()
            .flatMap(found -> found.models().all().stream())
            .map(IndexedModel::model)
            .filter(model -> !model.equals(first))
            .toList();
    for (EmbeddingModel model : others) {
      openInstalled(model).ifPresent(open::add);
    }
    return new OpenModels(open);
  }

  /** The folder of a model that is installed, by all of its identity; the starter is not made. */
  public Optional<Path> installed(EmbeddingModel wanted) {
    return Stream.concat(new Starter(home, listener).installed().stream(), store.list().stream())
        .filter(model -> model.manifest().model().equals(wanted))
        .findFirst()
        .map(InstalledModel::folder);
  }

  /**
   * What a person should know where a model of an index is not {@link #installed}.
   *
   * @param index what to call it
   */
  public LumiereException missing(EmbeddingModel wanted, String index) {
    String made = "index " + index + " was made with model " + wanted.id();
    return store
        .findByContent(wanted.contentHash())
        .map(renamed ->
            failure(
                Fault.MODEL_RENAMED,
                wanted,
                made + ", which is installed under another name, in " + renamed.folder()))
        .orElseGet(() -> failure(notInstalled(wanted), wanted, notInstalled(made, wanted)));
  }

  /** The folder of a model; the starter is made if it is missing. */
  public Path folder(String name) {
    return name.equals(ModelStore.STARTER)
        ? new Starter(home, listener).folder()
        : store.expect(name).folder();
  }

  private DualEncoder open(EmbeddingModel wanted, String index) {
    return openInstalled(wanted).orElseThrow(() -> missing(wanted, index));
  }

  private Optional<DualEncoder> openInstalled(EmbeddingModel wanted) {
    if (wanted.id().equals(ModelStore.STARTER)) {
      return Optional.of(open(ModelStore.STARTER));
    }
    return store.list().stream()
        .filter(installed -> installed.manifest().model().equals(wanted))
        .findFirst()
        .map(installed -> Models.open(installed.folder()));
  }

  private Fault notInstalled(EmbeddingModel wanted) {
    return KnownModels.load(home.environment()).find(wanted.id()).isPresent()
        ? Fault.MODEL_NOT_INSTALLED
        : Fault.OWN_MODEL_NOT_INSTALLED;
  }

  private String notInstalled(String made, EmbeddingModel wanted) {
    String id = wanted.id();
    return made
        + " ("
        + wanted.contentHash().substring(0, 12)
        + ", "
        + wanted.dimension()
        + " dimensions), which is not installed"
        + (isInstalled(id) ? "; the installed " + id + " is another version of it" : "");
  }

  private boolean isInstalled(String name) {
    return ModelStore.isName(name) && store.find(name).isPresent();
  }

  private static LumiereException failure(Fault fault, EmbeddingModel model, String message) {
    return new LumiereException(fault, model.id(), message, null);
  }
}

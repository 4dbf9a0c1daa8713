package io.lumiere.web.jobs;

import io.lumiere.indexer.Indexer;
import io.lumiere.indexer.IndexerOptions;
import io.lumiere.indexer.Reread;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.archives.ArchiveEntry;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.folders.TypedPath;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import io.lumiere.web.http.Schema;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.setup.Conversion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads what job somebody orders, and refuses at once what cannot be done. Thread-safe. */
final class JobOrders {
  private static final int LONGEST_PATH = 4096;
  private static final int LONGEST_NAME = 200;

  static final Schema.Members SCHEMA =
      Schema.object("JobOrder")
          .with(
              "kind",
              Schema.oneOf(
                  List.of(JobKind.INDEX.word(), JobKind.ADD_MODEL.word(), JobKind.REINDEX.word())),
              "What to do: index a folder or an archive again, add a model, or encode the photos"
                  + " of an archive by another model.")
          .optional("folder", Schema.text(LONGEST_PATH), "index: the folder of photos.")
          .optional("index", Schema.text(LONGEST_PATH), "index: where the new index is to be.")
          .optional("name", Schema.text(LONGEST_NAME), "index: what to call the archive.")
          .optional("archive", Schema.text(LONGEST_NAME), "index, reindex: an archive's id.")
          .optional("reread", Schema.flag(), "index: read the metadata of all photos again.")
          .optional("retry_failures", Schema.flag(), "index: try files again that failed.")
          .optional(
              "model",
              Schema.text(LONGEST_NAME),
              "add-model, reindex, index of a folder: a model's name.");

  private final Home home;
  private final Archives archives;

  JobOrders(Home home, Archives archives) {
    this.home = home;
    this.archives = archives;
  }

  /**
   * The work of an order.
   *
   * @throws HttpProblem of status 422 if it cannot be done
   */
  JobWork read(JsonObject order) {
    String kind = order.mandatoryText("kind");
    if (kind.equals(JobKind.ADD_MODEL.word())) {
      return addModel(required(order, "model"));
    }
    if (kind.equals(JobKind.REINDEX.word())) {
      return reindex(archive(order), required(order, "model"));
    }
    return order.has("archive") ? indexAgain(order) : indexFolder(order);
  }

  private JobWork addModel(String name) {
    if (name.equals(ModelStore.STARTER)) {
      return new AddModelWork(home, null);
    }
    KnownModel known =
        KnownModels.load(home.environment())
            .find(name)
            .orElseThrow(() ->
                HttpProblem.unprocessable(
                    "there is no known model \"" + name + "\": GET /models lists them"));
    Conversion.requireKnown(known);
    new ModelStore(home.models()).checkFree(name);
    return new AddModelWork(home, known);
  }

  private JobWork reindex(ArchiveEntry entry, String model) {
    ReindexWork.directory(entry);
    IndexMetadata metadata = entry.index().metadata();
    boolean isOfIndex =
        metadata.models().all().stream().anyMatch(indexed -> indexed.model().id().equals(model));
    if (!isOfIndex) {
      requireInstalled(model);
    }
    return new ReindexWork(home, archives, entry, model);
  }

  private void requireInstalled(String model) {
    if (model.equals(ModelStore.STARTER)) {
      return;
    }
    if (!ModelStore.isName(model)) {
      throw HttpProblem.unprocessable("\"" + model + "\" is not the name of a model");
    }
    new ModelStore(home.models()).expect(model);
  }

  private JobWork indexAgain(JsonObject order) {
    ArchiveEntry entry = archive(order);
    for (String other : List.of("folder", "index", "name", "model")) {
      if (order.has(other)) {
        throw HttpProblem.unprocessable(
            "\"archive\" and \"" + other + "\" do not go together: an archive has its own");
      }
    }
    IndexWork.directory(entry);
    return index(order, entry, Path.of(entry.index().metadata().archive()), false);
  }

  private JobWork indexFolder(JsonObject order) {
    Path photos = TypedPath.read(required(order, "folder"), home);
    Indexer.requireArchive(photos);
    order.text("model").ifPresent(this::requireInstalled);
    Path into =
        order
            .text("index")
            .map(index -> TypedPath.read(index, home))
            .orElseGet(() -> new NewIndexes(home, archives).forPhotos(photos));
    Indexer.metadata(into); // Refuses a place that holds something else.
    Path name = photos.getFileName();
    boolean isNew = archives.findByIndex(into).isEmpty();
    ArchiveEntry entry =
        archives.register(
            into, order.text("name").orElse(name == null ? photos.toString() : name.toString()));
    return index(order, entry, photos, isNew);
  }

  private JobWork index(JsonObject order, ArchiveEntry entry, Path photos, boolean isNew) {
    Indexer.requireArchive(photos);
    IndexerOptions options =
        IndexerOptions.DEFAULTS
            .withRetryFailures(order.flag("retry_failures"))
            .withReread(order.flag("reread") ? Reread.ALL : Reread.NONE);
    return new IndexWork(
        home, archives, entry, photos, order.text("model").orElse(null), options, isNew);
  }

  private ArchiveEntry archive(JsonObject order) {
    String id = required(order, "archive");
    return archives
        .find(id)
        .orElseThrow(() -> HttpProblem.unprocessable("there is no archive \"" + id + "\""));
  }

  private static String required(JsonObject order, String member) {
    Optional<String> text = order.text(member).filter(value -> !value.isBlank());
    return text.orElseThrow(
        () -> HttpProblem.unprocessable("a job of this kind needs the member \"" + member + "\""));
  }
}

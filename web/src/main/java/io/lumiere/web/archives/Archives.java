package io.lumiere.web.archives;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The archives that the gallery knows, opened when they are asked for. Thread-safe.
 *
 * <pre>{@code
 * OpenArchive archive = archives.open(call.arguments()); // The route declares Archives.PARAMETER.
 * archive.search().search(...);
 * }</pre>
 */
public final class Archives implements AutoCloseable {
  /** The parameter that names an archive. */
  public static final Parameter PARAMETER =
      Parameter.text("archive", "The id of an archive; without it, the one opened at the start.");

  private final ArchiveRegistry registry;
  private final OpenIndexes indexes;
  private final SearchedIndex first;
  private final ArchiveLines lines;

  /**
   * The archives of a person.
   *
   * @param index the one to begin with, which need not be there yet
   */
  public Archives(Home home, Path index) {
    this(home, new DirectoryIndex(index.toAbsolutePath().normalize()));
  }

  /**
   * The archives of a person.
   *
   * @param index the one to begin with; a directory need not be there yet
   */
  public Archives(Home home, SearchedIndex index) {
    this.registry = new ArchiveRegistry(home.archives());
    this.indexes = new OpenIndexes(home);
    this.first = index;
    this.lines = new ArchiveLines(indexes::state);
    if (index.folder().isEmpty()) {
      registry.hold(index, nameOf(index));
    } else if (isThere(index)) {
      register(index.folder().get(), null);
    }
  }

  /**
   * The archive that a request names by {@link #PARAMETER}, or the current one.
   *
   * @throws HttpProblem of status 404 if there is none of that name, 409 if there is none at all,
   *     422 if it cannot be searched yet
   */
  public OpenArchive open(Arguments arguments) {
    return open(arguments.text(PARAMETER.name()).orElse(null));
  }

  /**
   * The archive with this id.
   *
   * @param id null for the current one
   * @throws HttpProblem as {@link #open(Arguments)}
   */
  public OpenArchive open(@Nullable String id) {
    return open(id, null);
  }

  /**
   * The archive with this id, searched by one of its models.
   *
   * @param model by its name; null for the archive's own
   * @throws HttpProblem as {@link #open(Arguments)}
   */
  public OpenArchive open(@Nullable String id, @Nullable String model) {
    ArchiveEntry entry = id == null ? requireCurrent() : require(id);
    try {
      return indexes.open(model == null ? entry : entry.withModel(model));
    } catch (LumiereException e) {
      if (model != null && !hasModel(entry, model)) {
        throw HttpProblem.notFound(
            "the archive \"" + entry.name() + "\" has no model \"" + model + "\"");
      }
      throw HttpProblem.unprocessable(
          "the archive \"" + entry.name() + "\" cannot be searched: " + e.getMessage());
    }
  }

  /** The archive of requests that name none: the one begun with, else the first that is there. */
  public Optional<ArchiveEntry> current() {
    List<ArchiveEntry> all = registry.all();
    return all.stream()
        .filter(entry -> entry.index().equals(first))
        .findFirst()
        .or(() -> all.stream().filter(entry -> isThere(entry.index())).findFirst());
  }

  /**
   * All archives as the list shows them; those that were not asked for yet are opened. A collection
   * that does not answer soon is listed as it was before.
   */
  List<ArchiveLine> lines() {
    return lines.of(registry.all());
  }

  /** All archives as they are listed; nothing is opened. */
  public List<ArchiveEntry> entries() {
    return registry.all();
  }

  /** A name such as {@code family-photos} of "Family Photos", which is not taken. */
  public static String idOf(String name, Predicate<String> isTaken) {
    return ArchiveIds.of(name, isTaken);
  }

  public Optional<ArchiveEntry> find(String id) {
    return registry.find(id);
  }

  public Optional<ArchiveEntry> findByIndex(Path index) {
    return registry.findByIndex(index);
  }

  /** The state of one archive. */
  public ArchiveState state(ArchiveEntry entry) {
    return indexes.state(entry);
  }

  /**
   * Takes an index that is there into the list.
   *
   * @throws LumiereException if it cannot be opened
   */
  public ArchiveEntry add(Path index) {
    Path folder = index.toAbsolutePath().normalize();
    PhotoSearch.readMetadata(folder);
    return register(folder, null);
  }

  /**
   * Takes an index into the list that is about to be made.
   *
   * @param name null for the name of the folder of photos, or of the index
   */
  public ArchiveEntry register(Path index, @Nullable String name) {
    return registry.add(index, name == null ? nameOf(new DirectoryIndex(index)) : name);
  }

  /**
   * Takes an archive off the list, which deletes nothing else.
   *
   * @throws HttpProblem of status 409 if the gallery was started for it
   */
  public void forget(String id) {
    if (registry.isHeld(id)) {
      throw HttpProblem.conflict(
          "the gallery was started for this collection, and forgets it when it ends");
    }
    registry.remove(id);
    indexes.drop(id);
  }

  /**
   * Lets searches use another model of the index.
   *
   * @param model by its name; null for the index's default
   * @throws LumiereException if the index has no vectors of it, or it is not installed
   */
  public void use(ArchiveEntry entry, @Nullable String model) {
    indexes.open(entry.withModel(model)).encoder();
    registry.update(entry.id(), before -> before.withModel(model));
    indexes.drop(entry.id());
  }

  /** Lets searches use the index's default model, whichever that is. */
  public void followDefault(String id) {
    boolean hasOther = find(id).filter(entry -> entry.model() != null).isPresent();
    if (hasOther) {
      registry.update(id, before -> before.withModel(null));
      indexes.drop(id);
    }
  }

  /** Shows what was committed to an archive just now; does nothing where it is not open. */
  public void refresh(String id) {
    indexes.refresh(id);
  }

  /** The models that are open, for those that encode outside of searches. */
  public OpenEncoders encoders() {
    return indexes.encoders();
  }

  @Override
  public void close() {
    indexes.close();
  }

  private static boolean hasModel(ArchiveEntry entry, String model) {
    try {
      return entry.index().metadata().models().all().stream()
          .anyMatch(indexed -> indexed.isCalled(model));
    } catch (LumiereException e) {
      return true; // The index is what is wrong.
    }
  }

  private ArchiveEntry requireCurrent() {
    return current()
        .orElseThrow(
            () -> HttpProblem.conflict("there is no archive yet: choose a folder of photos first"));
  }

  private ArchiveEntry require(String id) {
    return find(id).orElseThrow(() -> HttpProblem.notFound("there is no archive \"" + id + "\""));
  }

  /** Whether there is an index; one that is damaged is there, and its problem is shown. */
  private static boolean isThere(SearchedIndex index) {
    try {
      index.metadata();
      return true;
    } catch (LumiereException e) {
      return e.fault() != Fault.NO_INDEX && e.fault() != Fault.NOT_AN_INDEX;
    }
  }

  private static String nameOf(SearchedIndex index) {
    try {
      IndexMetadata metadata = index.metadata();
      Path folder = Path.of(metadata.archive()).getFileName();
      return folder == null ? metadata.archive() : folder.toString();
    } catch (LumiereException e) {
      return index.folder().map(Path::getFileName).map(Path::toString).orElse("Archive");
    }
  }
}

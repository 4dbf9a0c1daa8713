package io.lumiere.web.archives;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.DualEncoder;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.setup.SetupListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps indexes open and up to date: looks every two seconds whether one has a newer commit, and
 * opens it again where the commit says something else of the index, such as another default model.
 * Each is opened and looked at by itself, so that one that does not answer holds up no other.
 * Thread-safe.
 */
final class OpenIndexes implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  /** What is left of a deleted directory can be searched on; of a collection nothing is. */
  private static final Set<Fault> IS_NOT_THERE =
      Set.of(Fault.NO_COLLECTION, Fault.NOT_A_COLLECTION, Fault.COLLECTION_OF_OTHER_VERSION);

  private static final System.Logger LOG = System.getLogger(OpenIndexes.class.getName());

  /** How long what was replaced stays open: longer than requests take. Downloads hold theirs. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private final Home home;
  private final Duration interval;
  private final ModelChoice models;
  private final OpenEncoders encoders = new OpenEncoders();
  private final Map<Key, OpenArchive> open = new HashMap<>();

  /**
   * What is being opened, by one thread; others that want it wait for that. What is dropped
   * meanwhile is not in it, and is not put.
   */
  private final Map<ArchiveEntry, CompletableFuture<OpenArchive>> opening = new HashMap<>();

  private final Set<Key> lookedAt = ConcurrentHashMap.newKeySet();
  private final Map<Key, String> problems = new ConcurrentHashMap<>();
  private final List<Replaced> left = new ArrayList<>();
  private final Thread keeper;
  private boolean closed;

  /** An archive as one of its models sees it; null is the index's default. */
  private record Key(String id, @Nullable String model) {
    static Key of(ArchiveEntry entry) {
      return new Key(entry.id(), entry.model());
    }
  }

  /** What another took the place of, and when it can be closed. */
  private record Replaced(OpenArchive archive, long until) {}

  OpenIndexes(Home home) {
    this(home, INTERVAL);
  }

  /**
   * As {@link #OpenIndexes(Home)}.
   *
   * @param interval how often it looks
   */
  OpenIndexes(Home home, Duration interval) {
    this.home = home;
    this.interval = interval;
    this.models = new ModelChoice(home, SetupListener.NONE);
    this.keeper = Thread.ofPlatform().name("lumiere-archives").daemon(true).start(this::keep);
  }

  OpenEncoders encoders() {
    return encoders;
  }

  /**
   * The open archive of an entry, opened now if need be.
   *
   * @throws LumiereException if it cannot be opened
   */
  OpenArchive open(ArchiveEntry entry) {
    return open(entry, null);
  }

  /** Opens what is not open yet, or only as it was before. */
  private OpenArchive open(ArchiveEntry entry, @Nullable OpenArchive before) {
    CompletableFuture<OpenArchive> own = new CompletableFuture<>();
    CompletableFuture<OpenArchive> other;
    synchronized (this) {
      OpenArchive known = open.get(Key.of(entry));
      if (known != null && known != before && known.index().equals(entry.index())) {
        return known;
      }
      other = opening.putIfAbsent(entry, own);
    }
    return other == null ? openFor(own, entry, before) : awaited(other);
  }

  /** Opens it for all who wait, and who get the same failure where there is one. */
  private OpenArchive openFor(
      CompletableFuture<OpenArchive> waiting, ArchiveEntry entry, @Nullable OpenArchive before) {
    try {
      OpenArchive fresh = openAndPut(waiting, entry, before);
      waiting.complete(fresh);
      return fresh;
    } catch (RuntimeException | Error e) {
      waiting.completeExceptionally(e);
      throw e;
    } finally {
      synchronized (this) {
        opening.remove(entry, waiting);
      }
    }
  }

  /** What another thread opens; its failure, too. */
  private static OpenArchive awaited(CompletableFuture<OpenArchive> elsewhere) {
    try {
      return elsewhere.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case LumiereException known ->
            throw new LumiereException(known.fault(), String.valueOf(known.getMessage()), e);
        case RuntimeException other -> throw other;
        case Error other -> throw other;
        case null, default -> throw e;
      }
    }
  }

  ArchiveState state(ArchiveEntry entry) {
    try {
      OpenArchive archive = open(entry);
      return new ArchiveState(
          entry, archive, Optional.ofNullable(problems.get(Key.of(entry))).or(archive::problem));
    } catch (LumiereException e) {
      return new ArchiveState(entry, null, Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** Takes the place of all that is open for an archive, or is being opened, with nothing. */
  synchronized void drop(String id) {
    opening.keySet().removeIf(entry -> entry.id().equals(id));
    keys().stream().filter(key -> key.id().equals(id)).forEach(key -> put(key, null));
  }

  /** Shows what was committed to an archive just now. */
  void refresh(String id) {
    keys().stream().filter(key -> key.id().equals(id)).forEach(this::refresh);
  }

  /** Shows what was committed, and remembers what is wrong where that cannot be. */
  private void refresh(Key key) {
    OpenArchive archive;
    synchronized (this) {
      archive = open.get(key);
    }
    if (archive == null) {
      return;
    }
    try {
      boolean same = archive.index().metadata().equals(archive.metadata());
      boolean isInstalledNow =
          archive.problem().isPresent() && models.installed(archive.model()).isPresent();
      if (!same || isInstalledNow || problems.containsKey(key) || !refreshed(archive)) {
        open(archive.entry(), archive);
      }
      problems.remove(key);
    } catch (LumiereException e) {
      if (IS_NOT_THERE.contains(e.fault())) {
        leave(key, archive);
      } else {
        problems.put(key, String.valueOf(e.getMessage())); // Searches go on with what was there.
      }
    }
  }

  /** Whoever asks for it next opens what is there then, or is told why that cannot be. */
  private synchronized void leave(Key key, OpenArchive archive) {
    if (open.get(key) == archive) {
      put(key, null);
    }
  }

  /** False where the index was deleted and made again, which Lucene cannot follow. */
  private static boolean refreshed(OpenArchive archive) {
    try {
      archive.search().refresh();
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /**
   * Opens an archive, and puts it where it was before, unless it was dropped or replaced meanwhile.
   *
   * @param before null where it is not open
   */
  private OpenArchive openAndPut(
      CompletableFuture<OpenArchive> waiting, ArchiveEntry entry, @Nullable OpenArchive before) {
    OpenArchive fresh = opened(entry);
    synchronized (this) {
      if (!closed) {
        boolean isWanted = opening.remove(entry, waiting);
        if (isWanted && (before == null || open.get(Key.of(entry)) == before)) {
          put(Key.of(entry), fresh);
        } else {
          leaveLater(fresh); // Those who waited for it search it still.
        }
        return fresh;
      }
    }
    fresh.close();
    throw new LumiereException("the gallery is being closed");
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      open.values().forEach(OpenArchive::close);
      left.forEach(old -> old.archive().close());
      open.clear();
      left.clear();
    }
    keeper.interrupt();
  }

  private void put(Key key, @Nullable OpenArchive fresh) {
    OpenArchive before = fresh == null ? open.remove(key) : open.put(key, fresh);
    problems.remove(key);
    if (before != null) {
      leaveLater(before);
    }
  }

  private void leaveLater(OpenArchive archive) {
    left.add(new Replaced(archive, System.nanoTime() + GRACE.toNanos()));
  }

  private OpenArchive opened(ArchiveEntry entry) {
    SearchedIndex index = entry.index();
    IndexMetadata metadata = index.metadata();
    EmbeddingModel model =
        entry.model() == null
            ? metadata.model()
            : metadata.models().expect(entry.model(), index.toString()).model();
    Optional<Path> folder = models.installed(model);
    if (folder.isEmpty()) {
      return new OpenArchive(
          entry, index.open(model, null, home), models.missing(model, index.toString()));
    }
    OpenEncoders.Lease lease = encoders.lend(folder.get());
    try {
      DualEncoder encoder = lease.encoder();
      return new OpenArchive(entry, index.open(model, encoder, home), lease);
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(interval);
        keys().forEach(this::keepUpToDate);
        leaveReplaced(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The end.
    }
  }

  /** Looks at an archive in a thread of its own, unless one is at it still. */
  private void keepUpToDate(Key key) {
    if (lookedAt.add(key)) {
      Thread.ofVirtual().name("lumiere-archive").start(() -> look(key));
    }
  }

  private void look(Key key) {
    try {
      refresh(key);
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.WARNING, "an archive could not be looked at", e);
      problems.put(key, "the index cannot be read at the moment");
    } finally {
      lookedAt.remove(key);
    }
  }

  private synchronized List<Key> keys() {
    return List.copyOf(open.keySet());
  }

  /** Leaves what was replaced long ago, at a time of {@link System#nanoTime}. */
  synchronized void leaveReplaced(long now) {
    left.removeIf(old -> {
      boolean isOver = now - old.until() > 0;
      if (isOver) {
        old.archive().leave();
      }
      return isOver;
    });
  }
}

package io.lumiere.app.command;

import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.web.archives.OpenEncoders;
import io.lumiere.workspace.Home;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.IndexSearch;
import io.lumiere.workspace.setup.SetupListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the last indexes and their models open from one search to the next, while the index's
 * newest commit is the same file, and for some minutes. Not thread-safe.
 */
final class KeptIndexes implements AutoCloseable {
  private static final int MOST = 3;

  /** How long one is kept that nobody asks for. */
  private static final Duration UNUSED = Duration.ofMinutes(5);

  private final Home home;
  private final ModelChoice models;
  private final OpenEncoders encoders;
  private final Map<Path, Kept> kept = new LinkedHashMap<>();

  /**
   * An open index.
   *
   * @param used when it was asked for last, by {@link System#nanoTime}
   */
  private record Kept(
      Map<String, String> commit, OpenEncoders.Lease lease, PhotoSearch search, long used) {
    Kept usedNow() {
      return new Kept(commit, lease, search, System.nanoTime());
    }

    /** Whether the newest commit is still the one that is open; not where the folder is gone. */
    boolean isNewest(Path index) {
      try {
        return commit.equals(KeptIndexes.commit(index));
      } catch (IOException e) {
        return false;
      }
    }

    void close() {
      try (lease) {
        search.close();
      }
    }
  }

  /**
   * Nothing is open yet.
   *
   * @param encoders the models that others use as well
   */
  KeptIndexes(Home home, OpenEncoders encoders) {
    this.home = home;
    this.models = new ModelChoice(home, SetupListener.NONE);
    this.encoders = encoders;
  }

  /**
   * The index as its newest commit is; empty where its model is not at hand.
   *
   * @throws io.lumiere.base.LumiereException if there is no index, or it cannot be opened
   */
  Optional<IndexOpening.Opened> open(Path index) throws IOException {
    Kept known = kept.remove(index);
    if (known != null && !known.isNewest(index)) {
      known.close();
      known = null;
    }
    if (known == null) {
      Map<String, String> commit = commit(index);
      IndexMetadata metadata = PhotoSearch.readMetadata(index);
      Optional<Path> folder = models.installed(metadata.model());
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      known = opened(index, commit, folder.get());
    }
    kept.put(index, known.usedNow()); // As the last that was used.
    if (kept.size() > MOST) {
      Iterator<Kept> oldest = kept.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    return Optional.of(new IndexOpening.Opened(known.lease().encoder(), known.search(), () -> {}));
  }

  /**
   * Closes what has another commit by now or is gone, so that its files can leave the disk, and
   * what nobody has asked for in a while.
   *
   * @param now a time of {@link System#nanoTime}
   */
  void leave(long now) {
    kept.entrySet()
        .removeIf(entry -> {
          Kept open = entry.getValue();
          boolean isOver = now - open.used() > UNUSED.toNanos() || !open.isNewest(entry.getKey());
          if (isOver) {
            open.close();
          }
          return isOver;
        });
  }

  private Kept opened(Path index, Map<String, String> commit, Path model) {
    OpenEncoders.Lease lease = encoders.lend(model);
    try {
      DualEncoder encoder = lease.encoder();
      return new Kept(
          commit, lease, IndexSearch.openCached(index, encoder, home.cache()), System.nanoTime());
    } catch (RuntimeException e) {
      lease.close();
      throw e;
    }
  }

  /** What tells one state of an index from another: its files of commits, and when they came. */
  private static Map<String, String> commit(Path index) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(index)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String name = file.getFileName().toString();
        if (name.startsWith("segments")) {
          BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
          files.put(name, is.lastModifiedTime() + " " + is.size() + " " + is.fileKey());
        }
      }
    }
    return files;
  }

  @Override
  public void close() {
    kept.values().forEach(Kept::close);
    kept.clear();
  }
}

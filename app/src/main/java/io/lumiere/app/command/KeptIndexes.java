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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps the last indexes and their models open from one search to the next, for as long as the
 * index's newest commit is the same file. Not thread-safe.
 */
final class KeptIndexes implements AutoCloseable {
  private static final int MOST = 3;

  private final Home home;
  private final ModelChoice models;
  private final OpenEncoders encoders;
  private final Map<Path, Kept> kept = new LinkedHashMap<>();

  private record Kept(Map<String, String> commit, OpenEncoders.Lease lease, PhotoSearch search) {
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
    Map<String, String> commit = commit(index);
    Kept known = kept.remove(index);
    if (known != null && !known.commit().equals(commit)) {
      known.close();
      known = null;
    }
    if (known == null) {
      IndexMetadata metadata = PhotoSearch.readMetadata(index);
      Optional<Path> folder = models.installed(metadata.model());
      if (folder.isEmpty()) {
        return Optional.empty();
      }
      known = opened(index, commit, folder.get());
    }
    kept.put(index, known); // As the last that was used.
    if (kept.size() > MOST) {
      Iterator<Kept> oldest = kept.values().iterator();
      oldest.next().close();
      oldest.remove();
    }
    return Optional.of(new IndexOpening.Opened(known.lease().encoder(), known.search(), () -> {}));
  }

  private Kept opened(Path index, Map<String, String> commit, Path model) {
    OpenEncoders.Lease lease = encoders.lend(model);
    try {
      DualEncoder encoder = lease.encoder();
      return new Kept(commit, lease, IndexSearch.openCached(index, encoder, home.cache()));
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

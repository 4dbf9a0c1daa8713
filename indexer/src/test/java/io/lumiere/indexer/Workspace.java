package io.lumiere.indexer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive, an index and an encoder for a test. */
final class Workspace {
  final Path archive;
  final Path index;
  final ColourEncoder encoder = new ColourEncoder();

  Workspace(Path temp) {
    this(temp, temp.resolve("index"));
  }

  Workspace(Path temp, Path index) {
    this.archive = temp.resolve("photos");
    this.index = index;
  }

  /** Adds photos {@code folder/0.jpg} and so on, all different. */
  Workspace withPhotos(String folder, int count) {
    for (int i = 0; i < count; i++) {
      Pictures.write(archive.resolve(folder).resolve(i + ".jpg"), folder.hashCode() * 1000L + i);
    }
    return this;
  }

  Path file(String path) {
    return archive.resolve(path);
  }

  IndexReport run() {
    return run(IndexerOptions.DEFAULTS);
  }

  IndexReport run(IndexerOptions options) {
    return run(archive, options);
  }

  IndexReport run(Path other, IndexerOptions options) {
    encoder.calls.set(0);
    return new Indexer(other, index, ColourEncoder.MODEL, () -> encoder, options)
        .run(ProgressListener.NONE);
  }

  Opened open() {
    return Opened.read(index);
  }

  /** How many photos a search finds by now. */
  int committed() {
    try {
      return Files.exists(index) ? open().photos().size() : 0;
    } catch (UncheckedIOException e) {
      return 0; // Not there yet, or replaced while we look.
    }
  }

  /** Moves a file or a folder, as from within a run. */
  static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

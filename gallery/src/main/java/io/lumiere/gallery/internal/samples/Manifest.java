package io.lumiere.gallery.internal.samples;

import io.lumiere.gallery.GalleryException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The list of what an archive holds, for people (title, source, author, licence) and for the next
 * run (recipe, hash). Tab-separated, one header line.
 */
public final class Manifest {
  /** Name of the file, at the archive's root. */
  public static final String FILE_NAME = "manifest.tsv";

  private static final String HEADER =
      "path\ttitle\tsource\tauthor\tlicence\tnote\trecipe\tsha256\n";
  private static final String NOTE =
      "the date, camera, exposure, place, title and keywords in this file are invented samples";
  private static final int COLUMNS = 8;

  /**
   * What an earlier run recorded of one photo.
   *
   * @param recipe hash of everything that the file was made from
   * @param sha256 hash of the file
   */
  public record Entry(String recipe, String sha256) {}

  private Manifest() {}

  /** Entries by path; empty where there is no manifest or none that this version can read. */
  public static Map<String, Entry> read(Path archive) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (String[] cells : rows(archive)) {
      entries.put(cells[0], new Entry(cells[6], cells[7]));
    }
    return entries;
  }

  /** Whether the archive holds painted scenes, as far as a manifest says. */
  public static boolean isPainted(Path archive) {
    return rows(archive).stream().anyMatch(cells -> Sample.isPainted(cells[2]));
  }

  private static List<String[]> rows(Path archive) {
    Path file = archive.resolve(FILE_NAME);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .filter(cells -> cells.length == COLUMNS)
          .toList();
    } catch (IOException e) {
      throw new GalleryException("can't read " + file, e);
    }
  }

  /** The manifest's text for these samples, whose entries are given in the same order. */
  public static String text(List<Sample> samples, List<Entry> entries) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < samples.size(); i++) {
      Sample sample = samples.get(i);
      Entry entry = entries.get(i);
      text.append(
          String.join(
              "\t",
              sample.target(),
              sample.nameOfWork(),
              sample.source(),
              sample.author(),
              sample.licence(),
              NOTE,
              entry.recipe(),
              entry.sha256()));
      text.append('\n');
    }
    return text.toString();
  }
}

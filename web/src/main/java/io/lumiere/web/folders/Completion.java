package io.lumiere.web.folders;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The folders that a typed path may become. */
final class Completion {
  /** The most folders that are offered. */
  static final int MOST = 200;

  /** The most entries of a folder that are looked at: some hold a million files. */
  private static final int MOST_SEEN = 20_000;

  private Completion() {}

  /**
   * The folders in a folder, where the typed text ends with a separator, else those beside it that
   * begin like it. Hidden ones are offered where their dot was typed.
   */
  static List<Path> of(Path path, String typed) {
    boolean isInside = typed.isBlank() || typed.equals("~") || typed.matches(".*[/\\\\]\\s*");
    Path folder = isInside ? path : path.getParent();
    Path last = path.getFileName();
    String begin = isInside || last == null ? "" : last.toString();
    return folder == null ? List.of() : folders(folder, begin);
  }

  private static List<Path> folders(Path folder, String begin) {
    String wanted = begin.toLowerCase(Locale.ROOT);
    List<Path> found = new ArrayList<>();
    int seen = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        seen++;
        if (seen > MOST_SEEN) {
          break;
        }
        String name = entry.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).startsWith(wanted)
            && (begin.startsWith(".") || !name.startsWith("."))
            && Files.isDirectory(entry)) {
          found.add(entry);
        }
      }
    } catch (IOException | DirectoryIteratorException | SecurityException e) {
      return List.of(); // The reply says whether the folder can be read.
    }
    found.sort(Comparator.comparing(entry -> entry.toString().toLowerCase(Locale.ROOT)));
    return found.subList(0, Math.min(MOST, found.size()));
  }
}

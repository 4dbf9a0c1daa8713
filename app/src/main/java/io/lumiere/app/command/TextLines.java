package io.lumiere.app.command;

import io.lumiere.base.LumiereException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads files of texts, one a line. */
final class TextLines {
  /** What programs of Windows write before a text in UTF-8. */
  private static final String MARK = "\ufeff";

  /** A pipe may have no end. */
  private static final int MOST = 1_000_000;

  /** Nor may its line. */
  private static final int LONGEST = 1_000_000;

  private TextLines() {}

  /**
   * The lines of a file in UTF-8, which may be a pipe; a byte order mark is no part of the first.
   *
   * @param what the lines are, for messages: {@code queries}
   */
  static List<String> read(Path file, String what) {
    if (Files.isDirectory(file)) {
      throw new LumiereException(
          file + " is a folder: name a text file of " + what + ", one a line");
    }
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      return read(lines, file, what);
    } catch (NoSuchFileException e) {
      throw new LumiereException("there is no file " + file + " to read " + what + " from", e);
    } catch (IOException e) {
      throw new LumiereException(
          what + " cannot be read from " + file + ": it must be a text file in UTF-8, one a line",
          e);
    }
  }

  private static List<String> read(BufferedReader lines, Path file, String what)
      throws IOException {
    List<String> read = new ArrayList<>();
    for (String line = line(lines); line != null; line = line(lines)) {
      boolean isMarked = read.isEmpty() && line.startsWith(MARK);
      if (line.length() > LONGEST) {
        throw new LumiereException(
            file
                + ", line "
                + (read.size() + 1)
                + " has more than "
                + LONGEST
                + " characters: "
                + what
                + " are one a line");
      }
      read.add(isMarked ? line.substring(MARK.length()) : line);
      if (read.size() > MOST) {
        throw new LumiereException(
            file + " has more than " + MOST + " lines of " + what + ": take parts of it");
      }
    }
    return read;
  }

  /** The next line without its end; more than {@link #LONGEST} characters where it is longer. */
  private static @Nullable String line(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = lines.read();
    if (next < 0) {
      return null;
    }
    while (next >= 0 && next != '\n' && next != '\r' && line.length() <= LONGEST) {
      line.append((char) next);
      next = lines.read();
    }
    if (next == '\r') {
      lines.mark(1);
      if (lines.read() != '\n') {
        lines.reset();
      }
    }
    return line.toString();
  }
}

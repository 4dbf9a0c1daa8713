package io.lumiere.app.command;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads files of texts, one a line. */
final class TextLines {
  private TextLines() {}

  /**
   * The lines of a file in UTF-8.
   *
   * @param what the lines are, for messages: {@code queries}
   */
  static List<String> read(Path file, String what) {
    if (!Files.isRegularFile(file)) {
      throw new LumiereException(
          Files.isDirectory(file)
              ? file + " is a folder: name a text file of " + what + ", one a line"
              : "there is no file " + file + " to read " + what + " from");
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new LumiereException(
          what + " cannot be read from " + file + ": it must be a text file in UTF-8, one a line",
          e);
    }
  }
}

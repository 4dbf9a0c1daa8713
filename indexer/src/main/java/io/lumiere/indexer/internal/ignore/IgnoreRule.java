package io.lumiere.indexer.internal.ignore;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * One line of an ignore file.
 *
 * @param glob what it matches
 * @param ignores whether a match is ignored; false for a line that begins with {@code !}
 * @param foldersOnly whether it ends in a slash
 * @param namesOnly whether it has no other slash: then it is compared with names, in any folder
 */
record IgnoreRule(Glob glob, boolean ignores, boolean foldersOnly, boolean namesOnly) {
  /** Reads a line; null if it says nothing. */
  static @Nullable IgnoreRule parse(String line) {
    String pattern = withoutTrailingSpaces(line);
    if (pattern.isEmpty() || pattern.startsWith("#")) {
      return null;
    }
    boolean ignores = !pattern.startsWith("!");
    pattern = ignores ? pattern : pattern.substring(1);
    boolean foldersOnly = pattern.endsWith("/");
    pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    boolean namesOnly = pattern.indexOf('/') < 0;
    pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
    return pattern.isEmpty()
        ? null
        : new IgnoreRule(new Glob(composed(pattern)), ignores, foldersOnly, namesOnly);
  }

  /**
   * Whether the rule is about a file or folder.
   *
   * @param path relative to the folder of the ignore file, without a slash at its end
   */
  boolean matches(String path, boolean folder) {
    return (folder || !foldersOnly)
        && glob.matches(namesOnly ? path.substring(path.lastIndexOf('/') + 1) : path);
  }

  /** Names that look alike are equal, whichever Unicode form a disk or an editor gives them. */
  static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** A space behind a backslash stays. */
  private static String withoutTrailingSpaces(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
        end = Math.min(line.length(), i + 1);
      } else if (line.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, end);
  }
}

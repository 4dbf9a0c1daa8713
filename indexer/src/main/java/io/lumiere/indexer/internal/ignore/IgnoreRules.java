package io.lumiere.indexer.internal.ignore;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which files and folders are ignored in one folder and below it. As in {@code .gitignore}: of the
 * lines of one file, the last that matches counts; a file of a deeper folder comes before those
 * above it; rules of the command line come before all. An ignored folder is not opened, so no rule
 * can include anything in it again.
 */
public final class IgnoreRules {
  /** The name of ignore files. */
  public static final String FILE = ".lumiereignore";

  private static final int MAX_BYTES = 1 << 20;

  private final List<IgnoreRule> commandLine;
  private final @Nullable IgnoreRules above;
  private final String folder;
  private final List<IgnoreRule> rules;

  private IgnoreRules(
      List<IgnoreRule> commandLine,
      @Nullable IgnoreRules above,
      String folder,
      List<IgnoreRule> rules) {
    this.commandLine = commandLine;
    this.above = above;
    this.folder = folder;
    this.rules = rules;
  }

  /** The rules of a command line, each a line of an ignore file in the archive's root. */
  public static IgnoreRules of(List<String> globs) {
    return new IgnoreRules(parse(globs), null, "", List.of());
  }

  /**
   * These rules with those of an ignore file.
   *
   * @param ownFolder where it lies, relative to the archive's root
   * @throws IOException if it cannot be read, or is far too large for one
   */
  public IgnoreRules with(Path file, String ownFolder) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new IOException("it is not a file"); // A pipe would be waited for.
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw new IOException("it has more than " + MAX_BYTES + " bytes");
    }
    String text = new String(bytes, UTF_8);
    String lines = text.startsWith("\ufeff") ? text.substring(1) : text;
    return new IgnoreRules(commandLine, this, ownFolder, parse(List.of(lines.split("\r?\n"))));
  }

  private static List<IgnoreRule> parse(List<String> lines) {
    return lines.stream().map(IgnoreRule::parse).filter(Objects::nonNull).toList();
  }

  /**
   * Whether a file or folder is ignored, given that the folders around it are not.
   *
   * @param path relative to the archive's root
   */
  public boolean ignores(String path, boolean isFolder) {
    String composed = IgnoreRule.composed(path);
    IgnoreRule last = last(commandLine, composed, isFolder);
    for (IgnoreRules next = this; last == null && next != null; next = next.above) {
      int inFolder = next.folder.isEmpty() ? 0 : IgnoreRule.composed(next.folder).length() + 1;
      last = last(next.rules, composed.substring(inFolder), isFolder);
    }
    return last != null && last.ignores();
  }

  private static @Nullable IgnoreRule last(List<IgnoreRule> rules, String path, boolean isFolder) {
    for (IgnoreRule rule : rules.reversed()) {
      if (rule.matches(path, isFolder)) {
        return rule;
      }
    }
    return null;
  }
}

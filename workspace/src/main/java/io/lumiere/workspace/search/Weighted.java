package io.lumiere.workspace.search;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that is given with a weight: {@code VALUE} or {@code VALUE=WEIGHT}. What follows the last
 * {@code =} is a weight if it is a number; else the {@code =} is part of the value, as in {@code
 * E=mc}. Immutable.
 *
 * @param value a text, or the name of a file
 * @param weight null where none is given
 */
public record Weighted(String value, @Nullable Double weight) {
  private static final Pattern WITH_WEIGHT =
      Pattern.compile("(?s)(.*\\S.*)=([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)");

  public static Weighted text(String argument) {
    Matcher matcher = WITH_WEIGHT.matcher(argument);
    return matcher.matches()
        ? new Weighted(matcher.group(1), Double.valueOf(matcher.group(2)))
        : new Weighted(argument, null);
  }

  /** As {@link #text}; an existing file whose own name ends in a number is that file. */
  public static Weighted file(String argument) {
    return isFile(argument) ? new Weighted(argument, null) : text(argument);
  }

  public double weightOr(double fallback) {
    return weight == null ? fallback : weight;
  }

  private static boolean isFile(String name) {
    try {
      return Files.isRegularFile(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }
}

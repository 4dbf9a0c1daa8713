package io.lumiere.indexer.internal.takeout;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The JSON files of a folder by what their names say, for looking up. A name that ends in a number
 * is there with it and without: {@code IMG(1).json} is of {@code IMG(1).jpg} either way.
 */
final class JsonNames {
  static final String JSON = ".json";

  private static final String SUPPLEMENT = ".supplemental-metadata";

  /** The least that is left of a long name; Takeout leaves 46 characters. */
  static final int SHORTEST_CUT = 40;

  private final Map<NumberedName, List<String>> files = new HashMap<>();
  private final BitSet lengths = new BitSet();
  private final Predicate<String> free;

  /**
   * Takes the files.
   *
   * @param names the names of JSON files
   * @param spelling the form in which names are compared
   * @param free whether a file may still be found
   */
  JsonNames(Iterable<String> names, UnaryOperator<String> spelling, Predicate<String> free) {
    this.free = free;
    for (String name : names) {
      String base = spelling.apply(name.substring(0, name.length() - JSON.length()));
      add(NumberedName.whole(base), name);
      NumberedName split = NumberedName.split(base);
      if (split.isNumbered()) {
        add(split, name);
      }
    }
  }

  private void add(NumberedName key, String name) {
    files.computeIfAbsent(key, any -> new ArrayList<>(1)).add(name);
    lengths.set(key.text().length());
  }

  /** The file of this name; null if there is none, or two that only a person could tell apart. */
  @Nullable String whole(NumberedName name) {
    if (!lengths.get(name.text().length())) {
      return null;
    }
    String found = null;
    for (String file : files.getOrDefault(name, List.of())) {
      if (free.test(file)) {
        if (found != null) {
          return null;
        }
        found = file;
      }
    }
    return found;
  }

  /**
   * The file of {@code name} with {@code .supplemental-metadata}, or with the beginning of it: the
   * longest.
   */
  @Nullable String supplement(NumberedName name) {
    for (int length = SUPPLEMENT.length(); length > 0; length--) {
      // Checked before a text is made: no file has most of these lengths.
      if (lengths.get(name.text().length() + length)) {
        String found = whole(name.append(SUPPLEMENT.substring(0, length)));
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The file of the beginning of {@code name}, at least {@value #SHORTEST_CUT} characters. */
  @Nullable String cut(NumberedName name) {
    int length = lengths.previousSetBit(name.text().length() - 1);
    while (length >= SHORTEST_CUT) {
      String found = whole(new NumberedName(name.text().substring(0, length), name.number()));
      if (found != null) {
        return found;
      }
      length = lengths.previousSetBit(length - 1);
    }
    return null;
  }

  /** {@code text} without {@code .supplemental-metadata} or the beginning of it. */
  static String withoutSupplement(String text) {
    int dot = text.lastIndexOf('.');
    return dot > 0 && SUPPLEMENT.startsWith(text.substring(dot)) ? text.substring(0, dot) : text;
  }
}

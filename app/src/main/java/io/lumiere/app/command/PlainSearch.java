package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a search as most people write it: words, and perhaps the index. To describe all options to
 * picocli takes two fifths of the time of such a search, so whatever has none of the others is read
 * here; everything else is picocli's, mistakes too. Thread-safe.
 */
final class PlainSearch {
  private static final String INDEX = "--index";

  private PlainSearch() {}

  /** The command of these arguments; empty where picocli is to read them. */
  static Optional<SearchCommand> read(Console console, IndexOpening opening, String... args) {
    if (args.length == 0 || !args[0].equals("search")) {
      return Optional.empty();
    }
    SearchCommand search = new SearchCommand(console, opening);
    List<String> words = new ArrayList<>();
    for (int i = 1; i < args.length; i++) {
      if (isPlain(args[i])) {
        words.add(args[i]);
      } else if (search.index.isGiven()) {
        return Optional.empty();
      } else if (args[i].equals(INDEX) && i + 1 < args.length && isPlain(args[i + 1])) {
        search.index.give(args[++i]);
      } else if (args[i].startsWith(INDEX + "=") && args[i].length() > INDEX.length() + 1) {
        search.index.give(args[i].substring(INDEX.length() + 1));
      } else {
        return Optional.empty();
      }
    }
    search.words = words;
    return Optional.of(search);
  }

  /** Whether an argument is neither an option nor a file with more arguments. */
  private static boolean isPlain(String argument) {
    return !argument.isEmpty() && !argument.startsWith("-") && !argument.startsWith("@");
  }
}

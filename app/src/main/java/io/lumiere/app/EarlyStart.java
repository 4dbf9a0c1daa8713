package io.lumiere.app;

import java.util.List;

/**
 * Gets classes ready in a second thread while the arguments are read: those that every search needs
 * and that compute tables when they are first used. It saves time only; whoever comes first makes
 * them ready, and the other waits. Thread-safe.
 */
final class EarlyStart {
  private static final List<String> COMMANDS = List.of("search", "similar");

  private static final List<String> CLASSES =
      List.of(
          "org.apache.lucene.store.MMapDirectory", // Finds the system's calls.
          "java.math.BigDecimal", // Large powers of five, for the reader of JSON.
          "org.apache.lucene.analysis.en.KStemmer"); // A dictionary of English.

  private EarlyStart() {}

  /** For the command that is about to run. */
  static void begin(String[] args) {
    if (args.length > 0 && COMMANDS.contains(args[0])) {
      Thread.ofPlatform()
          .name("early start")
          .daemon(true)
          .start(() -> CLASSES.forEach(EarlyStart::load));
    }
  }

  private static void load(String name) {
    try {
      Class.forName(name);
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever needs the class says so.
    }
  }
}

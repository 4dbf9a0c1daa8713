package io.lumiere.app;

import io.lumiere.schema.store.OpenIndex;
import io.lumiere.workspace.Home;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gets ready in a second thread, while the arguments are read, what every search needs and what
 * takes long when it is first used: classes that compute tables, and the reading of an index. It
 * saves time only; whoever comes first makes classes ready, and the other waits. Thread-safe.
 */
final class EarlyStart {
  private static final List<String> COMMANDS = List.of("search", "similar");
  private static final String INDEX = "--index";

  private static final List<String> CLASSES =
      List.of(
          "java.math.BigDecimal", // Large powers of five, for the reader of JSON.
          "org.apache.lucene.analysis.en.KStemmer"); // A dictionary of English.

  private EarlyStart() {}

  /** For the command that is about to run. */
  static void begin(String[] args, Map<String, String> environment) {
    if (args.length > 0 && COMMANDS.contains(args[0])) {
      Thread.ofPlatform()
          .name("early start")
          .daemon(true)
          .start(() -> {
            openIndex(args, environment);
            CLASSES.forEach(EarlyStart::load);
          });
    }
  }

  /** Opens the index and closes it again: most of the time is that of Lucene's classes. */
  private static void openIndex(String[] args, Map<String, String> environment) {
    try (OpenIndex index = OpenIndex.at(new Home(environment).index(named(args)))) {
      index.metadata();
    } catch (RuntimeException | LinkageError e) {
      // Whoever opens it in earnest says so.
    }
  }

  private static @Nullable Path named(String[] args) {
    for (int i = 0; i < args.length; i++) {
      if (args[i].startsWith(INDEX + "=")) {
        return Path.of(args[i].substring(INDEX.length() + 1));
      } else if (args[i].equals(INDEX) && i + 1 < args.length) {
        return Path.of(args[i + 1]);
      }
    }
    return null;
  }

  private static void load(String name) {
    try {
      Class.forName(name);
    } catch (ClassNotFoundException | LinkageError e) {
      // Whoever needs the class says so.
    }
  }
}

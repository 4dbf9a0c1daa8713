package io.lumiere.web.export;

import io.lumiere.web.media.SafeName;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the files of an archive: the photos' own paths, made such that every system takes them,
 * and different also where case does not count. For one thread.
 */
final class EntryNames {
  private final Set<String> taken = new HashSet<>();

  /** A name that was not given yet, for a path with {@code /} between folders. */
  String of(String path) {
    StringBuilder safe = new StringBuilder();
    for (String part : path.split("/")) {
      if (!safe.isEmpty()) {
        taken.add(key(safe.toString())); // A folder, which no file may be called.
        safe.append('/');
      }
      safe.append(SafeName.of(part));
    }
    String name = safe.toString();
    for (int number = 2; !taken.add(key(name)); number++) {
      name = numbered(safe.toString(), number);
    }
    return name;
  }

  private static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int end = dot > name.lastIndexOf('/') + 1 ? dot : name.length();
    return name.substring(0, end) + " (" + number + ")" + name.substring(end);
  }

  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }
}

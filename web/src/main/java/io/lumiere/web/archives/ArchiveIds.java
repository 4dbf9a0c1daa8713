package io.lumiere.web.archives;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Makes ids of names, such as {@code family-photos} of "Family Photos". */
final class ArchiveIds {
  private static final int LONGEST = 40;
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

  private ArchiveIds() {}

  static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** An id of a name that is not taken. */
  static String of(String name, Predicate<String> isTaken) {
    String plain =
        Normalizer.normalize(name, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String stem = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
    String first = stem.isEmpty() ? "archive" : stem;
    String id = first;
    for (int i = 2; isTaken.test(id); i++) {
      id = first + "-" + i;
    }
    return id;
  }
}

package io.lumiere.web.media;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files that every system takes, for what is saved or unpacked elsewhere: without
 * separators, characters that Windows refuses, and those that are not seen or turn the direction of
 * a text, by which a name can look like another. Thread-safe.
 */
public final class SafeName {
  private static final int LONGEST = 150;
  private static final Pattern REFUSED =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\u2028\\u2029\"*/:<>?\\\\|]");
  private static final Pattern ENDS = Pattern.compile("[. ]+$");

  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");
  private static final Pattern PORTS = Pattern.compile("(com|lpt)[0-9\u00b9\u00b2\u00b3]");

  private SafeName() {}

  /** The name with {@code _} in place of what is refused. */
  public static String of(String name) {
    String plain = ENDS.matcher(REFUSED.matcher(name).replaceAll("_")).replaceAll("");
    String cut = shortened(plain.isEmpty() ? "_" : plain);
    String stem = cut.split("\\.", 2)[0].strip().toLowerCase(Locale.ROOT);
    return DEVICES.contains(stem) || PORTS.matcher(stem).matches() ? "_" + cut : cut;
  }

  /** Its end stays, which says the format. */
  private static String shortened(String name) {
    if (name.codePointCount(0, name.length()) <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
    int keep = name.offsetByCodePoints(0, LONGEST - ending.length());
    return name.substring(0, keep) + ending;
  }
}

package io.lumiere.indexer.internal.metadata;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Picasa wrote of the photos of one folder: an INI file with a section for each photo, whose
 * faces have the ids of people, and a section with the people's names. Immutable.
 */
final class PicasaFile {
  /** Where a face is, and whose. */
  private static final Pattern FACE =
      Pattern.compile("rect\\w{0,8}\\([^)]{0,64}\\)\\s*,\\s*(\\w+)");

  private static final String CONTACTS = "contacts";
  private static final int MAX_LINES = 1_000_000;

  private final Map<String, List<String>> people;

  private PicasaFile(Map<String, List<String>> people) {
    this.people = people;
  }

  static PicasaFile parse(byte[] bytes) {
    Map<String, String> names = new HashMap<>();
    Map<String, List<String>> faces = new HashMap<>();
    String section = "";
    for (String line : Texts.decode(bytes).lines().limit(MAX_LINES).toList()) {
      String text = line.strip().replace("\uFEFF", "");
      int equals = text.indexOf('=');
      if (text.startsWith("[") && text.endsWith("]")) {
        section = lower(text.substring(1, text.length() - 1));
      } else if (equals > 0 && section.startsWith(CONTACTS)) {
        // The name, an address, and more.
        names.put(lower(text.substring(0, equals)), text.substring(equals + 1).split(";", 2)[0]);
      } else if (equals > 0 && lower(text.substring(0, equals)).equals("faces")) {
        List<String> ids = faces.computeIfAbsent(section, key -> new ArrayList<>());
        Matcher face = FACE.matcher(text.substring(equals + 1));
        while (face.find()) {
          ids.add(lower(face.group(1)));
        }
      }
    }
    return new PicasaFile(named(faces, names));
  }

  private static Map<String, List<String>> named(
      Map<String, List<String>> faces, Map<String, String> names) {
    Map<String, List<String>> people = new HashMap<>();
    faces.forEach((photo, ids) ->
        people.put(
            photo,
            ids.stream().map(id -> names.getOrDefault(id, "")).filter(n -> !n.isBlank()).toList()));
    return people;
  }

  /** The names of those in a photo, as the file calls it. */
  List<String> people(String photo) {
    return people.getOrDefault(lower(photo), List.of());
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }
}

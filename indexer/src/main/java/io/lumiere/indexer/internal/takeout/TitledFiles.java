package io.lumiere.indexer.internal.takeout;

import io.lumiere.indexer.internal.kinds.FileKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that have a photo's name as their title, however they are called themselves:
 * {@code IMG_1.jpg.métadonnées.json}, or {@code IMG_1.jpg.json} of {@code IMG_1.jpeg}. Files with a
 * number are left out, since copies have the title of their original.
 */
final class TitledFiles {
  /** So much of a name is expected in its file's name, since each file that may fit is opened. */
  private static final int HEAD = 5;

  /** Stands for a name that several photos or files have. */
  private static final String SEVERAL = "";

  private TitledFiles() {}

  /**
   * Joins photos and files.
   *
   * @param photos those that have no file
   * @param files the names of those that no photo has
   * @param titles the title in a file
   */
  static Map<Photo, String> join(
      Collection<Photo> photos,
      Collection<String> files,
      Function<String, @Nullable String> titles,
      BooleanSupplier stopped) {
    Set<String> heads = new HashSet<>();
    Map<String, Integer> names = new HashMap<>();
    for (Photo photo : photos) {
      heads.add(head(PlainNames.of(photo.name())));
      names.merge(PlainNames.of(photo.name()), 1, Integer::sum);
    }
    Map<String, String> titled = new HashMap<>();
    for (String file : files) {
      if (stopped.getAsBoolean()) {
        return Map.of();
      }
      String base = base(file);
      String title = mayFit(base, heads) ? titles.apply(file) : null;
      if (title != null && head(PlainNames.of(title)).equals(head(base))) {
        titled.merge(PlainNames.of(title), file, (one, other) -> SEVERAL);
      }
    }
    Map<Photo, String> found = new LinkedHashMap<>();
    for (Photo photo : photos) {
      String name = PlainNames.of(photo.name());
      String file = titled.getOrDefault(name, SEVERAL);
      if (!file.equals(SEVERAL) && names.getOrDefault(name, 0) == 1) {
        found.put(photo, file);
      }
    }
    return found;
  }

  private static String base(String file) {
    return PlainNames.of(file.substring(0, file.length() - JsonNames.JSON.length()));
  }

  private static boolean mayFit(String base, Set<String> heads) {
    return heads.contains(head(base))
        && !NumberedName.split(base).isNumbered()
        && FileKind.of(JsonNames.withoutSupplement(base)) != FileKind.FILM;
  }

  private static String head(String name) {
    return name.substring(0, Math.min(HEAD, name.length()));
  }
}

package io.lumiere.indexer.internal.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The photos of one folder and the files beside them, which are joined by their names. */
final class FolderFiles {
  private final List<DiskFile> photos = new ArrayList<>();
  private final Map<String, Companion> byName = new HashMap<>();
  private final Map<String, List<Companion>> takeout = new HashMap<>();

  /** All Takeout names of one photo begin alike, so only few are compared with it. */
  private static final int TAKEOUT_KEY = 4;

  void addPhoto(DiskFile photo) {
    photos.add(photo);
  }

  void addCompanion(Companion file) {
    byName.put(lower(file.name()), file);
    if (file.kind() == Companion.Kind.TAKEOUT) {
      takeout.computeIfAbsent(key(file.name()), key -> new ArrayList<>()).add(file);
    }
  }

  /** The photos in their order, with their companions. */
  List<DiskFile> photos() {
    return byName.isEmpty()
        ? photos
        : photos.stream().map(photo -> photo.withCompanions(companions(photo))).toList();
  }

  private List<Companion> companions(DiskFile photo) {
    String name = lower(photo.name());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    List<Companion> found = new ArrayList<>();
    // The more particular first.
    addIfThere(name + ".xmp", found);
    addIfThere(stem + ".xmp", found);
    Companion json = takeout(photo.name());
    if (json != null) {
      found.add(json);
    }
    addIfThere(stem + ".mov", found);
    addIfThere(stem + ".mp4", found);
    return found;
  }

  private void addIfThere(String name, List<Companion> found) {
    Companion file = byName.get(name);
    if (file != null) {
      found.add(file);
    }
  }

  private @Nullable Companion takeout(String photo) {
    Companion best = null;
    int bestFit = 0;
    for (Companion file : takeout.getOrDefault(key(photo), List.of())) {
      int fit = TakeoutNames.fit(photo, file.name());
      if (fit > bestFit) {
        best = file;
        bestFit = fit;
      }
    }
    return best;
  }

  private static String key(String name) {
    return name.substring(0, Math.min(TAKEOUT_KEY, name.length()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

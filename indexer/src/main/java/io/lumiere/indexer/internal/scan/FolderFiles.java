package io.lumiere.indexer.internal.scan;

import io.lumiere.indexer.internal.takeout.PlainNames;
import io.lumiere.indexer.internal.takeout.TakeoutFolder;
import io.lumiere.indexer.internal.takeout.Titles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The photos of one folder and the files next to them, matched by their names. */
final class FolderFiles {
  private static final List<String> FILMS = List.of(".mov", ".mp4");

  /** How iCloud for Windows names the films of live photos. */
  private static final String ICLOUD = "_hevc.mov";

  private final List<DiskFile> photos = new ArrayList<>();

  /** Files next to photos by their names, and by {@link PlainNames}. */
  private final Map<String, Companion> byName = new HashMap<>();

  private final Map<String, Companion> byPlainName = new HashMap<>();
  private final List<String> takeout = new ArrayList<>();

  void addPhoto(DiskFile photo) {
    photos.add(photo);
  }

  int photoCount() {
    return photos.size();
  }

  void addCompanion(Companion file) {
    byName.put(file.name(), file);
    byPlainName.put(PlainNames.of(file.name()), file);
    if (file.kind() == Companion.Kind.TAKEOUT) {
      takeout.add(file.name());
    }
  }

  /**
   * The photos in their order, with their companions.
   *
   * @param stopped whether the walk was stopped
   */
  List<DiskFile> photos(BooleanSupplier stopped) {
    if (byName.isEmpty()) {
      return photos;
    }
    Map<String, String> json =
        TakeoutFolder.join(
            photos.stream().map(DiskFile::name).toList(),
            takeout,
            name -> Titles.read(companion(name).file()),
            stopped);
    List<DiskFile> joined = new ArrayList<>();
    for (DiskFile photo : photos) {
      if (stopped.getAsBoolean()) {
        break;
      }
      joined.add(photo.withCompanions(companions(photo, json.get(photo.name()))));
    }
    return joined;
  }

  private List<Companion> companions(DiskFile photo, @Nullable String json) {
    String name = photo.name();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    List<Companion> found = new ArrayList<>();
    // The more specific ones first.
    addIfThere(name + ".xmp", found);
    addIfThere(stem + ".xmp", found);
    if (json != null) {
      found.add(companion(json));
    }
    for (String film : FILMS) {
      addIfThere(stem + film, found);
      addIfThere(name + film, found);
    }
    addIfThere(stem + ICLOUD, found);
    Companion.PICASA_NAMES.forEach(file -> addIfThere(file, found));
    return found;
  }

  private void addIfThere(String name, List<Companion> found) {
    Companion file = byName.getOrDefault(name, byPlainName.get(PlainNames.of(name)));
    if (file != null) {
      found.add(file);
    }
  }

  private Companion companion(String name) {
    return Objects.requireNonNull(byName.get(name));
  }
}

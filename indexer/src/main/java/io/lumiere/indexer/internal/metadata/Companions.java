package io.lumiere.indexer.internal.metadata;

import io.lumiere.indexer.internal.scan.Companion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the files next to a photo. A file that cannot be read is noted and left out until it can.
 */
final class Companions {
  private static final int MAX_BYTES = 8 << 20;

  private final List<Companion> files;
  private final Notes notes;

  Companions(List<Companion> files, Notes notes) {
    this.files = files;
    this.notes = notes;
  }

  /** The blocks of XMP files. */
  List<Tags> sidecars() {
    List<Tags> sidecars = new ArrayList<>();
    for (Companion file : files) {
      byte[] bytes = file.kind() == Companion.Kind.XMP ? read(file) : null;
      if (bytes != null) {
        sidecars.add(new Tags(Blocks.readSidecar(bytes, file.name(), notes)));
      }
    }
    return sidecars;
  }

  /**
   * The people that Picasa's files name in a photo.
   *
   * @param known files that are read already
   */
  List<String> people(String photo, PicasaFiles known) {
    List<String> people = new ArrayList<>();
    for (Companion file : files) {
      if (file.kind() == Companion.Kind.PICASA) {
        PicasaFile picasa = known.get(file, this::picasa);
        people.addAll(picasa == null ? List.of() : picasa.people(photo));
      }
    }
    return people;
  }

  private @Nullable PicasaFile picasa(Companion file) {
    byte[] bytes = read(file);
    return bytes == null ? null : PicasaFile.parse(bytes);
  }

  @Nullable TakeoutJson takeout() {
    for (Companion file : files) {
      byte[] bytes = file.kind() == Companion.Kind.TAKEOUT ? read(file) : null;
      if (bytes != null) {
        try {
          return TakeoutJson.parse(bytes);
        } catch (IOException e) {
          notes.addDamage(file.name() + " is not JSON that can be read");
        }
      }
    }
    return null;
  }

  /**
   * The film that belongs to a photo.
   *
   * @param contentId Apple's id in the photo
   */
  @Nullable LiveFilm film(@Nullable String contentId) {
    for (Companion file : files) {
      if (file.kind() != Companion.Kind.FILM) {
        continue;
      }
      @Nullable LiveFilm[] film = new LiveFilm[1];
      Blocks.attempt(file.name(), notes, () -> film[0] = film(file, notes));
      if (film[0] != null && film[0].belongsTo(contentId)) {
        return film[0];
      }
    }
    return null;
  }

  private byte @Nullable [] read(Companion file) {
    try (InputStream in = Files.newInputStream(file.file())) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length <= MAX_BYTES) {
        return bytes;
      }
      notes.add(file.name() + " is too large for a sidecar file");
    } catch (IOException e) {
      notes.addUnread(file.name());
    }
    return null;
  }

  private static @Nullable LiveFilm film(Companion file, Notes notes) {
    try {
      return LiveFilm.read(file.file(), file.path());
    } catch (IOException e) {
      notes.addUnread(file.name());
      return null;
    }
  }
}

package io.lumiere.web.lists;

import io.lumiere.base.LumiereException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Photos that belong together to a person. Immutable.
 *
 * @param id identifies it for good
 * @param photos in the order in which they were added, each once
 */
record PhotoList(String id, String name, Kind kind, List<KeptPhoto> photos) {
  /** The most photos of a list. */
  static final int MOST_PHOTOS = 100_000;

  /** What a list is to a person. */
  enum Kind {
    ALBUM,
    LABEL;

    /** As the API and the file name it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Copies and checks the photos. */
  PhotoList {
    photos = List.copyOf(photos);
    if (photos.size() > MOST_PHOTOS) {
      throw new LumiereException(
          "the list \""
              + name
              + "\" would have "
              + photos.size()
              + " photos: at most "
              + MOST_PHOTOS);
    }
  }

  PhotoList named(String newName) {
    return new PhotoList(id, newName, kind, photos);
  }

  boolean has(String photo) {
    return photos.stream().anyMatch(each -> each.id().equals(photo));
  }

  /** This list without some photos and with others at its end. */
  PhotoList with(Collection<KeptPhoto> added, Set<String> removed) {
    List<KeptPhoto> all = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (KeptPhoto photo : photos) {
      if (!removed.contains(photo.id()) && ids.add(photo.id())) {
        all.add(photo);
      }
    }
    added.stream().filter(photo -> ids.add(photo.id())).forEach(all::add);
    return new PhotoList(id, name, kind, all);
  }

  /**
   * This list with each photo as {@code change} has it, unless that photo is in it already: two
   * copies of one content would become one, and when the other comes back nobody knows of it.
   */
  PhotoList changed(UnaryOperator<KeptPhoto> change) {
    Set<String> ids = new HashSet<>();
    photos.forEach(photo -> ids.add(photo.id()));
    List<KeptPhoto> all = new ArrayList<>();
    for (KeptPhoto photo : photos) {
      KeptPhoto now = change.apply(photo);
      all.add(now.id().equals(photo.id()) || ids.add(now.id()) ? now : photo);
    }
    return new PhotoList(id, name, kind, all);
  }
}

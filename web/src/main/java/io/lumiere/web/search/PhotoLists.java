package io.lumiere.web.search;

import io.lumiere.web.archives.OpenArchive;
import java.util.List;
import java.util.Optional;

/** The saved lists of photos, as far as searches know them. Implementations are thread-safe. */
public interface PhotoLists {
  /**
   * A list that a photo is in.
   *
   * @param kind {@code album} or {@code label}
   */
  record Membership(String id, String name, String kind) {}

  /** The ids of a list's photos; empty if there is no such list. */
  Optional<List<String>> photosOf(OpenArchive archive, String list);

  /** The lists that a photo is in. */
  List<Membership> listsOf(OpenArchive archive, String photo);
}

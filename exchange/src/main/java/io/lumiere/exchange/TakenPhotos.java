package io.lumiere.exchange;

import java.io.IOException;
import java.util.BitSet;

/**
 * Which photos records have been laid over. What an import wrote can be seen by nobody before its
 * end, so a second record of a photo would be laid over what the photo was before the first. For
 * one thread.
 */
final class TakenPhotos {
  private final ImportTarget target;
  private final BitSet before = new BitSet();

  /** Ids and paths that the target does not have, or has of other photos. */
  private final HashedTexts names = new HashedTexts();

  TakenPhotos(ImportTarget target) {
    this.target = target;
  }

  /**
   * Notes a photo; false if there was a record of it.
   *
   * @param found its number in the target before the import, or {@link ImportTarget#NONE}
   * @param id which it gets
   * @param path which it gets
   */
  boolean add(int found, String id, String path) throws IOException {
    boolean isThere = found != ImportTarget.NONE;
    boolean isFirst = !isThere || !before.get(found);
    if (isThere) {
      before.set(found);
    }
    if (!isThere || !id.equals(target.id(found))) {
      isFirst &= names.add("id " + id);
    }
    if (!target.holdsSeveralArchives() && (!isThere || target.find(null, path, null) != found)) {
      isFirst &= names.add("path " + path);
    }
    return isFirst;
  }
}

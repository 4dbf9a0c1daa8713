package io.lumiere.query.group;

import java.io.IOException;

/** Numbers the groups of one kind, and names them. Not thread-safe. */
interface GroupKeys extends GroupNumbers {
  /**
   * The group with this number.
   *
   * @param doc one document of it, by its number in the index
   * @param photos how many hits are in it
   */
  Group group(long key, int doc, int photos) throws IOException;

  /** What makes the group with this number the same elsewhere. */
  GroupCode code(long key, int doc) throws IOException;
}

package io.lumiere.query.alike;

import java.io.IOException;
import java.util.Collection;

/** Finds hits that are near duplicates of a hit. Not thread-safe. */
public interface AlikeHits {
  /**
   * A hit and its near duplicates.
   *
   * @param hit its number
   * @return their numbers, in the order of the hits
   */
  int[] with(int hit) throws IOException;

  /**
   * Says which hits will likely be asked for, for whoever finds several at once more cheaply.
   *
   * @param hits their numbers
   */
  default void expect(Collection<Integer> hits) throws IOException {}

  /**
   * Says that it is known whether a hit is shown, so that it is not asked for any more.
   *
   * @param hit its number
   */
  default void decided(int hit) {}
}

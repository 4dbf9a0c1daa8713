package io.lumiere.query.order;

import org.jspecify.annotations.Nullable;

/**
 * Some hits of an order, as columns of equal length. Whoever gets it may keep and change it: it is
 * for one thread.
 *
 * @param start the place of the first, from 0
 * @param ids the photos' ids
 * @param ratios 1000 times width by height, at least 1
 * @param colors the average colour as {@code 0xRRGGBB}; {@link #NO_COLOR} where it is not known
 * @param taken when each was taken, as {@link io.lumiere.schema.Fields#TAKEN} counts; {@link
 *     #UNDATED} where that is not known
 * @param flags what kind of photo each is, the sum of constants of this class
 * @param hashes the first {@value #HASH_LENGTH} letters of each file's content hash
 * @param scores 0 to 1; null where nothing ranks
 * @param alike how many near duplicates stand behind each; null where they are not stacked
 */
@SuppressWarnings("ArrayRecordComponent") // Columns to be written out, never compared.
public record ResultRows(
    int start,
    String[] ids,
    int[] ratios,
    int[] colors,
    long[] taken,
    int[] flags,
    String[] hashes,
    float @Nullable [] scores,
    int @Nullable [] alike) {
  /** A live photo: a film belongs to it. */
  public static final int LIVE = 1;

  /** One of a burst. */
  public static final int BURST = 2;

  public static final int PANORAMA = 4;

  /** The date of taking is a guess. */
  public static final int GUESSED = 8;

  public static final int SCREENSHOT = 16;

  /** A camera's raw file. */
  public static final int RAW = 32;

  /** It comes after the likely matches. */
  public static final int BELOW_CUT = 64;

  public static final int NO_COLOR = -1;
  public static final long UNDATED = Long.MIN_VALUE;
  public static final int HASH_LENGTH = 12;

  /** How many there are. */
  public int count() {
    return ids.length;
  }
}

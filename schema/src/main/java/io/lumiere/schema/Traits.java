package io.lumiere.schema;

import org.jspecify.annotations.Nullable;

/**
 * What kind of photo it is. Immutable.
 *
 * @param panorama whether it is a panorama
 * @param screenshot whether it shows a screen
 * @param livePhoto the film that belongs to it: a path relative to the archive's root, or {@link
 *     #EMBEDDED}; null where there is none
 * @param burst what the photos of one burst share; null where it is of none
 */
public record Traits(
    boolean panorama, boolean screenshot, @Nullable String livePhoto, @Nullable String burst) {
  /** The values of {@link Fields#KIND}. */
  public static final String PANORAMA = "panorama";

  public static final String SCREENSHOT = "screenshot";
  public static final String LIVE_PHOTO = "live_photo";
  public static final String BURST = "burst";

  /** The film of a live photo is in the photo's own file. */
  public static final String EMBEDDED = "embedded";

  public static final Traits NONE = new Traits(false, false, null, null);
}

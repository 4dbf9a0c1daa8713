package io.lumiere.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What kind of photo it is. Immutable.
 *
 * @param panorama whether it is a panorama
 * @param screenshot whether it shows a screen
 * @param livePhoto the film that belongs to it: a path relative to the archive's root, or {@link
 *     #EMBEDDED}; null where there is none
 * @param burst what the photos of one burst share; null where it is not part of one
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

  private static final FieldGroup<Traits, Draft> GROUP =
      new FieldGroup<>(Photo::traits, draft -> draft.traits);

  static final List<PhotoField<?>> FIELDS =
      List.of(
          GROUP.many(
              Fields.KIND,
              FieldType.KEYWORD,
              "`panorama`, `screenshot`, `live_photo`, `burst`",
              Traits::kinds,
              (traits, kind) -> traits.kinds.add(kind)),
          GROUP.one(
              Fields.BURST,
              FieldType.KEYWORD,
              "shared by the photos of one burst",
              Traits::burst,
              (traits, burst) -> traits.burst = burst),
          GROUP.one(
              Fields.LIVE_VIDEO,
              FieldType.KEYWORD,
              "path of a live photo's film, or `embedded`",
              Traits::livePhoto,
              (traits, film) -> traits.livePhoto = film));

  private List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    if (panorama) {
      kinds.add(PANORAMA);
    }
    if (screenshot) {
      kinds.add(SCREENSHOT);
    }
    if (livePhoto != null) {
      kinds.add(LIVE_PHOTO);
    }
    if (burst != null) {
      kinds.add(BURST);
    }
    return kinds;
  }

  /** Gathers what fields give back; of bursts and films they say more than the kind. */
  static final class Draft {
    private final List<String> kinds = new ArrayList<>();
    private @Nullable String burst;
    private @Nullable String livePhoto;

    Traits build() {
      return new Traits(kinds.contains(PANORAMA), kinds.contains(SCREENSHOT), livePhoto, burst);
    }
  }
}

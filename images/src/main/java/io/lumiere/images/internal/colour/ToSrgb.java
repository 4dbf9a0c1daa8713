package io.lumiere.images.internal.colour;

import io.lumiere.base.RgbImage;
import io.lumiere.base.Sha256;
import java.awt.color.CMMException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Brings pictures to sRGB. The transforms of the latest profiles are kept: an archive has few
 * profiles, and making a transform takes longer than converting a small picture. Thread-safe.
 */
public final class ToSrgb {
  private static final int MOST_KEPT = 32;

  private final Map<String, Optional<ColourTransform>> transforms =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<ColourTransform>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * A picture that a decoder made of a file, in sRGB.
   *
   * @param name the file's name, by which some raw files are known
   */
  public RgbImage convert(RgbImage image, byte[] file, String name) {
    byte[] profile = EmbeddedProfile.find(file, name);
    return profile == null ? image : convert(image, profile);
  }

  /**
   * The picture in sRGB; the picture itself where its profile cannot be used, or changes nothing.
   *
   * @param profile that its numbers are in
   */
  RgbImage convert(RgbImage image, byte[] profile) {
    try {
      Optional<ColourTransform> transform = transform(profile);
      return transform.isPresent() ? transform.get().convert(image) : image;
    } catch (CMMException | LinkageError e) {
      return image; // Some runtimes lack java.desktop's libraries: colours are duller then.
    }
  }

  private Optional<ColourTransform> transform(byte[] profile) {
    String key = Sha256.of(profile);
    synchronized (transforms) {
      Optional<ColourTransform> known = transforms.get(key);
      if (known != null) {
        return known;
      }
    }
    Optional<ColourTransform> made = Optional.ofNullable(ColourTransform.of(profile));
    synchronized (transforms) {
      transforms.put(key, made);
    }
    return made;
  }
}

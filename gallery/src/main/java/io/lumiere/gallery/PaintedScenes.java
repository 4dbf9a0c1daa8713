package io.lumiere.gallery;

import io.lumiere.gallery.internal.scenes.Scene;
import io.lumiere.gallery.internal.scenes.Scenes;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * The painted scenes as pictures, to try and measure models with where no photo is at hand.
 * Thread-safe.
 */
public final class PaintedScenes {
  private PaintedScenes() {}

  /** How many different scenes there are. */
  public static int count() {
    return Scenes.all().size();
  }

  /**
   * Paints scenes, spread evenly over all of them: sunsets, nights, mountains, hills and water. The
   * same call gives the same pictures.
   *
   * @param count how many, 1 to {@link #count}
   * @param longSide of each in pixels
   */
  public static List<BufferedImage> paint(int count, int longSide) {
    if (count < 1 || count > count()) {
      throw new IllegalArgumentException("number of scenes is " + count + ", not 1 to " + count());
    }
    List<BufferedImage> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Scene scene = Scenes.all().get((int) ((long) i * count() / count));
      pictures.add(scene.paint(longSide));
    }
    return pictures;
  }
}

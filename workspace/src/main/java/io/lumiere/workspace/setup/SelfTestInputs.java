package io.lumiere.workspace.setup;

import io.lumiere.base.RgbImage;
import io.lumiere.gallery.PaintedScenes;
import io.lumiere.models.catalogue.SelfTest;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What a model's self test encodes where nothing was recorded: painted scenes and short texts.
 * Thread-safe.
 */
public final class SelfTestInputs {
  private static final int IMAGES = 4;
  private static final int SIDE = 96;
  private static final List<String> TEXTS =
      List.of(
          "a sunset over the sea",
          "a red apple on a table",
          "snowy mountains",
          "a street at night");

  private SelfTestInputs() {}

  /** The same inputs each time. */
  public static SelfTest.Inputs make() {
    return new SelfTest.Inputs(
        PaintedScenes.paint(IMAGES, SIDE).stream().map(SelfTestInputs::rgb).toList(), TEXTS);
  }

  private static RgbImage rgb(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
    byte[] rgb = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      rgb[3 * i] = (byte) (pixels[i] >> 16);
      rgb[3 * i + 1] = (byte) (pixels[i] >> 8);
      rgb[3 * i + 2] = (byte) pixels[i];
    }
    return new RgbImage(width, height, rgb);
  }
}

package io.lumiere.app.setup;

import io.lumiere.base.LumiereException;
import io.lumiere.base.RgbImage;
import io.lumiere.gallery.PaintedScenes;
import io.lumiere.images.ImageDecoder;
import io.lumiere.images.ImageException;
import io.lumiere.models.catalogue.SelfTest;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pictures to calibrate and to try a model with. */
public final class SampleImages {
  /** How many images an 8-bit model is calibrated with. */
  public static final int CALIBRATION_IMAGES = 48;

  /** More than any image side takes, so that what comes out is shrunk, as photos are. */
  private static final int CALIBRATION_SIDE = 448;

  private static final int TEST_IMAGES = 4;
  private static final int TEST_SIDE = 96;
  private static final List<String> TEST_TEXTS =
      List.of(
          "a sunset over the sea",
          "a red apple on a table",
          "snowy mountains",
          "a street at night");

  private SampleImages() {}

  /** What a self test encodes where nothing was recorded: painted scenes and short texts. */
  public static SelfTest.Inputs selfTest() {
    return new SelfTest.Inputs(painted(TEST_IMAGES, TEST_SIDE), TEST_TEXTS);
  }

  /**
   * Images to calibrate an 8-bit model with.
   *
   * @param folder of photos, from which some are taken, spread evenly over them and their folders;
   *     null for painted scenes
   * @throws LumiereException if the folder holds no photo that can be read
   */
  public static List<RgbImage> calibration(@Nullable Path folder) {
    return folder == null
        ? painted(Math.min(CALIBRATION_IMAGES, PaintedScenes.count()), CALIBRATION_SIDE)
        : photos(folder);
  }

  private static List<RgbImage> photos(Path folder) {
    List<Path> files = files(folder);
    int wanted = Math.min(CALIBRATION_IMAGES, files.size());
    List<RgbImage> images = new ArrayList<>();
    int unreadable = 0;
    for (int i = 0; i < wanted; i++) {
      Path file = files.get((int) ((long) i * files.size() / wanted));
      try {
        images.add(
            new ImageDecoder()
                .decode(Files.readAllBytes(file), file.getFileName().toString(), CALIBRATION_SIDE)
                .image());
      } catch (ImageException | IOException e) {
        unreadable++; // Not a photo, or a damaged one: the others serve.
      }
    }
    if (images.isEmpty()) {
      throw new LumiereException(
          "none of "
              + unreadable
              + " files in "
              + folder
              + " can be read: --calibrate takes a folder of photos");
    }
    return images;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new LumiereException("there is no folder " + folder + " to take photos from");
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LumiereException(folder + " cannot be read: " + e, e);
    }
  }

  private static List<RgbImage> painted(int count, int longSide) {
    return PaintedScenes.paint(count, longSide).stream().map(SampleImages::rgb).toList();
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

package io.lumiere.images;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A whole file, and what it shows.
 *
 * @param name in messages
 * @param width as displayed
 * @param height as displayed
 * @param within how far red, green or blue may be from what is expected
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record Sample(
    String name,
    byte[] file,
    int width,
    int height,
    int orientation,
    int within,
    List<Spot> spots) {
  /** How the quarters red, green, blue, yellow are displayed, for orientations 1 to 8. */
  static final int[][] DISPLAYED = {
    {TestImages.RED, TestImages.GREEN, TestImages.BLUE, TestImages.YELLOW},
    {TestImages.GREEN, TestImages.RED, TestImages.YELLOW, TestImages.BLUE},
    {TestImages.YELLOW, TestImages.BLUE, TestImages.GREEN, TestImages.RED},
    {TestImages.BLUE, TestImages.YELLOW, TestImages.RED, TestImages.GREEN},
    {TestImages.RED, TestImages.BLUE, TestImages.GREEN, TestImages.YELLOW},
    {TestImages.BLUE, TestImages.RED, TestImages.YELLOW, TestImages.GREEN},
    {TestImages.YELLOW, TestImages.GREEN, TestImages.BLUE, TestImages.RED},
    {TestImages.GREEN, TestImages.YELLOW, TestImages.RED, TestImages.BLUE},
  };

  /** Sizes that a format's own encoder is tried with. */
  static final int[][] SIZES = {{64, 48}, {65, 49}, {1, 1}, {1, 60}, {60, 1}, {7, 300}};

  private static final int LOST_BY_CODING = 6;
  private static final int WHITE = 0xffffff;

  /** A pixel of the displayed picture. */
  record Spot(int x, int y, int rgb) {}

  /** Makes a file of a picture. */
  interface Encoder {
    byte[] encode(java.awt.image.BufferedImage image);
  }

  /** A file of which only the size is known. */
  static Sample of(String name, byte[] file, int width, int height) {
    return new Sample(name, file, width, height, 1, LOST_BY_CODING, List.of());
  }

  /** A file that shows the four quarters. */
  static Sample quarters(String name, byte[] file, int width, int height) {
    List<Spot> spots = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int x = middle(i % 2, width);
      int y = middle(i / 2, height);
      spots.add(new Spot(x, y, TestImages.quarter(x, y, width, height)));
    }
    return new Sample(name, file, width, height, 1, LOST_BY_CODING, spots);
  }

  private static int middle(int half, int size) {
    return half == 0 ? size / 4 : 3 * size / 4;
  }

  /** The quarters, and something like a photo, in several sizes. */
  static List<Sample> inAllSizes(String name, Encoder encoder) {
    List<Sample> samples = new ArrayList<>();
    for (int[] size : SIZES) {
      byte[] file = encoder.encode(TestImages.quarters(size[0], size[1]));
      samples.add(quarters(name + " " + size[0] + " x " + size[1], file, size[0], size[1]));
    }
    samples.add(of(name + " scene", encoder.encode(TestImages.scene(160, 120)), 160, 120));
    return samples;
  }

  /** A file of {@link TestImages#grey}. */
  static Sample grey(byte[] file) {
    return quarters("grey", file, 64, 48).showing(0, 0xc8c8c8, 0, 0xc8c8c8).exactTo(1);
  }

  /** A file of {@link TestImages#blackAndWhite}. */
  static Sample blackAndWhite(byte[] file) {
    return quarters("black and white", file, 64, 48).showing(WHITE, 0, WHITE, 0).exactTo(0);
  }

  /** A file of {@link TestImages#layered}. */
  static Sample layered(byte[] file) {
    return quarters("layered", file, 64, 48)
        .showing(WHITE, TestImages.GREEN, 0x7f7fff, TestImages.YELLOW);
  }

  /** A file of 64 by 48 pixels that shows the quarters, half of whose light comes through. */
  static Sample halfTransparent(String name, byte[] file) {
    return quarters(name, file, 64, 48).showing(0xff7f7f, 0x7fff7f, 0x7f7fff, 0xffff7f);
  }

  /** The same file with the colours of its quarters as displayed. */
  Sample showing(int... colours) {
    List<Spot> quarters =
        IntStream.range(0, 4)
            .mapToObj(i -> new Spot(middle(i % 2, width), middle(i / 2, height), colours[i]))
            .toList();
    return new Sample(name, file, width, height, orientation, within, quarters);
  }

  /** The same file, whose stored quarters are displayed as an orientation says. */
  Sample turned(int recorded) {
    int w = recorded >= 5 ? height : width;
    int h = recorded >= 5 ? width : height;
    return new Sample(name + " turned " + recorded, file, w, h, recorded, within, List.of())
        .showing(DISPLAYED[recorded - 1]);
  }

  /** The same file, in which a column of clear pixels is left of one of each colour. */
  Sample halfClear() {
    List<Spot> spots =
        List.of(
            new Spot(8, 12, WHITE),
            new Spot(24, 12, TestImages.RED),
            new Spot(40, 36, WHITE),
            new Spot(56, 36, TestImages.YELLOW));
    return new Sample(name, file, width, height, orientation, within, spots);
  }

  /** The same file, which is to be shown more exactly. */
  Sample exactTo(int difference) {
    return new Sample(name, file, width, height, orientation, difference, spots);
  }

  int shortSide() {
    return Math.min(width, height);
  }

  /** Checks the colours in a picture of any size. */
  void assertShownBy(RgbImage image) {
    for (Spot spot : spots) {
      int x = (2 * spot.x() + 1) * image.width() / (2 * width);
      int y = (2 * spot.y() + 1) * image.height() / (2 * height);
      int actual = Pixels.at(image, x, y);
      assertThat(Pixels.distance(actual, spot.rgb()))
          .as("%d, %d of %s is %06x, expected %06x", x, y, name, actual, spot.rgb())
          .isLessThanOrEqualTo(within);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}

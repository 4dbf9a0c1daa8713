package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.ColourGrid.SIDE;
import static io.lumiere.models.internal.bridge.GridMeasures.mean;
import static io.lumiere.models.internal.bridge.Ramps.ramp;

import io.lumiere.base.RgbImage;
import java.util.Arrays;

/**
 * Measures each {@link SceneAttribute} of an image, 0 (nothing of it) to 1, by a formula on a
 * {@link ColourGrid}. "Sky" is the top third of the rows and "ground" the bottom third. What a
 * pattern or a close-up could feign is weighed by <em>scenery</em>: how far the image is a
 * landscape, which the classes say (an alp, a seashore) or, where they say nothing, its layers.
 *
 * <p>A changed formula gives other vectors, so it is another model: whoever changes one raises the
 * number of the builder in {@code StarterModel}.
 */
final class SceneSense {
  /** Rows above are sky. */
  static final int SKY = 11;

  /** Rows from here on are ground. */
  static final int GROUND = 21;

  private final ColourGrid grid;
  private final Palette palette;
  private final double landscape;
  private final double layering;
  private final double scenery;

  private SceneSense(ColourGrid grid, double landscape) {
    this.grid = grid;
    this.palette = new Palette(grid);
    this.landscape = landscape;
    this.layering = GridMeasures.layering(grid);
    this.scenery = Math.max(ramp(landscape, 0, 0.2), 0.8 * ramp(layering, 0.45, 0.75));
  }

  /**
   * The strengths of all attributes.
   *
   * @param landscape how much more the image's classes mean a landscape than a pattern: a
   *     difference of two cosines, so -2 to 2, in photos -.3 to .5
   * @return one number, 0 to 1, for each attribute in its order
   */
  static double[] strengths(RgbImage image, double landscape) {
    SceneSense sense = new SceneSense(ColourGrid.of(image), landscape);
    return Arrays.stream(SceneAttribute.values()).mapToDouble(sense::strength).toArray();
  }

  private double strength(SceneAttribute attribute) {
    return switch (attribute) {
      case SUNSET -> new SunsetSense(grid, layering, scenery).strength() * (1 - blueSky());
      case NIGHT -> night();
      case BLUE_SKY -> blueSky();
      case CLOUDS -> clouds();
      case STORM -> storm();
      case FOG -> fog();
      case SNOW -> ramp(mean(12, SIDE, palette::white), 0.15, 0.6) * (0.2 + 0.8 * scenery);
      case WATER -> water();
      case BEACH -> beach();
      case GRASS -> grass();
      case MONOCHROME -> ramp(GridMeasures.nearlyMax(grid::chroma), 0.03, 0.012);
      default -> palette.strength(attribute);
    };
  }

  /** Dark all over; half of it needs a light somewhere. */
  private double night() {
    double dark = ramp(mean(0, SIDE, grid::lightness), 0.42, 0.2);
    return dark * (0.5 + 0.5 * ramp(GridMeasures.nearlyMax(grid::lightness), 0.3, 0.6));
  }

  /** Most of the sky is blue, not dark, and smooth. */
  private double blueSky() {
    double blue =
        mean(0, SKY, cell -> palette.skyBlue(cell) * ramp(grid.lightness(cell), 0.35, 0.5));
    return ramp(blue, 0.3, 0.8) * ramp(GridMeasures.roughness(grid, 0, SKY), 0.08, 0.03);
  }

  /** A grey sky, neither dark nor without any structure, over scenery. */
  private double clouds() {
    double grey = mean(0, SKY, cell -> palette.grey(cell) * ramp(grid.lightness(cell), 0.45, 0.6));
    double structure = ramp(GridMeasures.roughness(grid, 0, SKY), 0.008, 0.02);
    return ramp(grey, 0.2, 0.7) * structure * scenery;
  }

  /** A dark sky, not quite black, of little colour, over scenery. */
  private double storm() {
    double gloomy =
        mean(
            0,
            SKY,
            cell ->
                ramp(grid.chroma(cell), 0.1, 0.06)
                    * ramp(grid.lightness(cell), 0.62, 0.5)
                    * ramp(grid.lightness(cell), 0.15, 0.25));
    return ramp(gloomy, 0.4, 0.9) * scenery;
  }

  /** Light, colourless, smooth and of low contrast everywhere. */
  private double fog() {
    double flat = ramp(GridMeasures.deviation(grid::lightness), 0.2, 0.09);
    double colourless = ramp(mean(0, SIDE, grid::chroma), 0.06, 0.025);
    double light = ramp(mean(0, SIDE, grid::lightness), 0.4, 0.55);
    double smooth = ramp(GridMeasures.roughness(grid, 0, SIDE), 0.06, 0.03);
    return flat * colourless * light * smooth * (0.4 + 0.6 * ramp(landscape, -0.15, 0.05));
  }

  /** The lower half is smooth and blue to turquoise. */
  private double water() {
    double aqua = mean(16, SIDE, palette::aqua);
    return ramp(aqua, 0.2, 0.7) * ramp(GridMeasures.roughness(grid, 16, SIDE), 0.08, 0.03);
  }

  /** Sand on the ground below blue, turquoise or grey, as scenery. */
  private double beach() {
    double above = mean(0, SKY, cell -> Math.max(palette.aqua(cell), palette.grey(cell)));
    double sand = mean(GROUND, SIDE, palette::sand);
    return ramp(sand, 0.2, 0.6) * ramp(above, 0.3, 0.7) * scenery;
  }

  /** Green ground, and less green above it. */
  private double grass() {
    double ground = mean(GROUND, SIDE, palette::green);
    return ramp(ground, 0.3, 0.8) * ramp(ground - mean(0, SKY, palette::green), 0.1, 0.5);
  }
}

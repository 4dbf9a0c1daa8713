package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.ColourGrid.SIDE;
import static io.lumiere.models.internal.bridge.GridMeasures.mean;
import static io.lumiere.models.internal.bridge.GridMeasures.strongestBand;
import static io.lumiere.models.internal.bridge.Ramps.hue;
import static io.lumiere.models.internal.bridge.Ramps.ramp;

/**
 * Sunset and sunrise: a stripe of warm light that outshines the ground, or a small sun low over
 * dark ground; both in an image of layers and of scenery. A golden mosaic has no layers, a grey
 * pier no warmth, a lit field of straw no dark ground.
 */
final class SunsetSense {
  /** Glow is looked for above this row. */
  private static final int HORIZON = 20;

  private final ColourGrid grid;
  private final double layering;
  private final double scenery;

  SunsetSense(ColourGrid grid, double layering, double scenery) {
    this.grid = grid;
    this.layering = layering;
    this.scenery = scenery;
  }

  double strength() {
    double layers = ramp(layering, 0.1, 0.4);
    return Math.max(glow(), 0.6 * lowSun()) * layers * scenery;
  }

  private double glow() {
    double ground = mean(SceneSense.GROUND, SIDE, grid::lightness);
    double outshines = strongestBand(0, HORIZON, grid::lightness) - ground;
    return ramp(strongestBand(0, HORIZON, this::warmth), 0.15, 0.55) * ramp(outshines, 0.05, 0.2);
  }

  /** Red to yellow light; pink and violet count for a little less. */
  private double warmth(int cell) {
    double hue = grid.hue(cell);
    double chroma = grid.chroma(cell);
    double lit = ramp(grid.lightness(cell), 0.3, 0.5);
    double golden = hue(hue, 15, 105, 12) * ramp(chroma, 0.05, 0.12);
    double pink = hue(hue, 285, 375, 12) * ramp(chroma, 0.03, 0.08);
    return Math.min(1, lit * (1.2 * golden + 0.7 * pink));
  }

  private double lowSun() {
    double spot = GridMeasures.max(4, 22, grid::lightness);
    double glare = mean(0, SIDE, cell -> grid.lightness(cell) > 0.93 ? 1 : 0);
    double ground = mean(SceneSense.GROUND, SIDE, grid::lightness);
    double above = mean(0, 13, grid::lightness);
    return ramp(spot, 0.9, 0.97)
        * ramp(glare, 0.15, 0.05)
        * ramp(above - ground, 0.2, 0.4)
        * ramp(ground, 0.5, 0.35);
  }
}

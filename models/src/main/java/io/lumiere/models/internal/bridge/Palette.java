package io.lumiere.models.internal.bridge;

import static io.lumiere.models.internal.bridge.ColourGrid.SIDE;
import static io.lumiere.models.internal.bridge.GridMeasures.mean;
import static io.lumiere.models.internal.bridge.Ramps.ramp;

import java.util.function.IntToDoubleFunction;

/** Which colours a cell of a {@link ColourGrid} has, 0 to 1, and how much of the image has them. */
final class Palette {
  private final ColourGrid grid;

  Palette(ColourGrid grid) {
    this.grid = grid;
  }

  /** How strong a plain colour is: the pure ones count from a small share of the image on. */
  double strength(SceneAttribute colour) {
    return switch (colour) {
      case RED -> share(cell -> pure(cell, 10, 38, 0.1, 0.15), 0.02, 0.25);
      case ORANGE -> share(cell -> pure(cell, 42, 75, 0.1, 0.14) * light(cell, 0.5), 0.02, 0.25);
      case YELLOW -> share(cell -> pure(cell, 85, 112, 0.1, 0.14) * light(cell, 0.6), 0.02, 0.25);
      case GREEN -> share(this::green, 0.15, 0.6);
      case BLUE -> share(cell -> coloured(cell, 225, 285, 8, 0.06, 0.1), 0.05, 0.4);
      case PURPLE -> share(cell -> pure(cell, 292, 325, 0.06, 0.1), 0.03, 0.25);
      case PINK -> share(cell -> pure(cell, 335, 375, 0.06, 0.1) * light(cell, 0.6), 0.02, 0.2);
      case BROWN -> share(this::brown, 0.1, 0.6);
      case WHITE -> share(this::white, 0.1, 0.6);
      case BLACK -> share(this::black, 0.1, 0.6);
      default -> throw new IllegalArgumentException(colour + " is not a plain colour");
    };
  }

  double grey(int cell) {
    return ramp(grid.chroma(cell), 0.05, 0.02);
  }

  double white(int cell) {
    return ramp(grid.lightness(cell), 0.75, 0.9) * grey(cell);
  }

  double green(int cell) {
    return coloured(cell, 118, 165, 8, 0.04, 0.08);
  }

  double skyBlue(int cell) {
    return coloured(cell, 220, 275, 12, 0.04, 0.08);
  }

  double aqua(int cell) {
    return coloured(cell, 190, 275, 12, 0.02, 0.05);
  }

  double sand(int cell) {
    return coloured(cell, 50, 100, 12, 0.02, 0.04)
        * ramp(grid.chroma(cell), 0.12, 0.08)
        * ramp(grid.lightness(cell), 0.5, 0.65);
  }

  private double brown(int cell) {
    return coloured(cell, 40, 90, 12, 0.03, 0.05)
        * ramp(grid.chroma(cell), 0.11, 0.09)
        * ramp(grid.lightness(cell), 0.6, 0.45);
  }

  private double black(int cell) {
    return ramp(grid.lightness(cell), 0.25, 0.15) * ramp(grid.chroma(cell), 0.06, 0.03);
  }

  private double light(int cell, double from) {
    return ramp(grid.lightness(cell), from, from + 0.1);
  }

  private double pure(int cell, double low, double high, double from, double to) {
    return coloured(cell, low, high, 6, from, to);
  }

  /** A hue within the window, and a chroma that rises from {@code from} to {@code to}. */
  private double coloured(int cell, double low, double high, double soft, double from, double to) {
    return Ramps.hue(grid.hue(cell), low, high, soft) * ramp(grid.chroma(cell), from, to);
  }

  private static double share(IntToDoubleFunction colour, double from, double to) {
    return ramp(mean(0, SIDE, colour), from, to);
  }
}

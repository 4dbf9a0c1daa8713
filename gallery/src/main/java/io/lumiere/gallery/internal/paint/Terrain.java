package io.lumiere.gallery.internal.paint;

/**
 * Mountains as a height field that rays march over, column by column from near to far, with light
 * from the upper left, cast shadows, snow on what is high and not too steep, and haze with
 * distance.
 *
 * @param horizon y of what is infinitely far and at the viewer's height
 * @param start distance at which the land begins, in units of the largest mountains' width
 * @param height of the largest mountains, in the same units
 * @param snowLine height above which snow lies, as a share of {@code height}; 9 for no snow
 */
public record Terrain(
    double horizon, double start, double height, double snowLine, Rgb rock, Rgb haze, long seed) {
  private static final double FAR = 7;
  private static final double EYE = 0.12;
  private static final double[] SUN = {-0.62, 0.5, -0.6};
  private static final Rgb SUNLIGHT = new Rgb(1.75, 1.64, 1.45);
  private static final Rgb SKYLIGHT = new Rgb(0.16, 0.21, 0.31);
  private static final Rgb SNOW = new Rgb(0.9, 0.92, 0.95);

  /** Paints the land over the sky. */
  public void paint(Canvas canvas) {
    Noise noise = new Noise(seed);
    Rgb[][] columns = new Rgb[canvas.width()][];
    for (int column = 0; column < columns.length; column++) {
      columns[column] = column(noise, canvas, (column + 0.5) / canvas.height());
    }
    canvas.paint((x, y, below) -> {
      Rgb land = columns[(int) (x * canvas.height())][(int) (y * canvas.height())];
      return land == null ? below : land;
    });
  }

  private Rgb[] column(Noise noise, Canvas canvas, double x) {
    Rgb[] pixels = new Rgb[canvas.height()];
    int top = canvas.height();
    double step = 1.0 / canvas.height();
    for (double away = start; away < FAR && top > 0; away *= 1 + 0.9 * step) {
      double across = (x - canvas.aspect() / 2) * away;
      double up = elevation(noise, across, away, 7);
      int y = Math.max(0, (int) Math.round((horizon - (up - EYE) / away) * canvas.height()));
      if (y < top) {
        Rgb colour = colour(noise, across, away, up);
        while (top > y) {
          top--;
          pixels[top] = colour;
        }
      }
    }
    return pixels;
  }

  private double elevation(Noise noise, double across, double away, int octaves) {
    double massif = 0.55 + 0.6 * noise.at(across * 0.5 + 3.1, away * 0.4);
    // The land rises from where it begins: no cliff stands before the viewer.
    double foot = Sky.smooth(start * 0.9, start + 1.2, away);
    return height * massif * foot * noise.ridges(across * 0.95, away * 0.95, octaves);
  }

  private Rgb colour(Noise noise, double across, double away, double up) {
    double e = 0.0016 * away;
    double slopeX =
        (elevation(noise, across + e, away, 8) - elevation(noise, across - e, away, 8)) / (2 * e);
    double slopeZ =
        (elevation(noise, across, away + e, 8) - elevation(noise, across, away - e, 8)) / (2 * e);
    double length = Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
    double facing = (-slopeX * SUN[0] + SUN[1] - slopeZ * SUN[2]) / length;
    double light = Math.max(0, facing) * sunlit(noise, across, away, up);
    double rough = noise.octaves(across * 9, away * 9, 4);
    double level = up / height + 0.12 * rough;
    double snow =
        Sky.smooth(-0.04, 0.04, level - snowLine)
            * Sky.smooth(0.3, 0.46, 1 / length + 0.08 * rough);
    Rgb ground = rock.times(0.9 + 0.5 * rough).mix(SNOW, snow);
    Rgb lit = SUNLIGHT.times(light).plus(SKYLIGHT.times(0.55 + 0.45 / length));
    Rgb seen =
        new Rgb(ground.red() * lit.red(), ground.green() * lit.green(), ground.blue() * lit.blue());
    return seen.mix(haze, 1 - Math.exp(-away / 9));
  }

  /** 0 where another mountain stands in the sun's way, 1 where none does. */
  private double sunlit(Noise noise, double across, double away, double up) {
    double open = 1;
    for (int i = 1; i <= 7; i++) {
      double t = 0.03 * i * i / 2.5;
      double ground = elevation(noise, across + SUN[0] * t, away + SUN[2] * t, 5);
      open = Math.min(open, 0.5 + (up + SUN[1] * t - ground) * 12);
    }
    return Math.clamp(open, 0, 1);
  }
}

package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Boats;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Ground;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Trees;
import io.lumiere.gallery.internal.paint.Water;
import java.util.List;

/** Hills, lakes and the sea by day. */
final class Landscapes {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("green-hills", Landscapes::greenHills),
          Scene.landscape("sailing-boat", Landscapes::sailing),
          Scene.landscape("foggy-lake", Landscapes::foggyLake),
          Scene.landscape("bare-tree-fog", Landscapes::bareTree));

  private static final Rgb WHITE = Rgb.of(0xffffff);

  private Landscapes() {}

  private static void summerSky(Canvas canvas, double horizon, double cover, long seed) {
    Sky.gradient(canvas, horizon, 0x1b66c0, 0x3f92de, 0x8cc6f0, 0xd4ecf8);
    new Clouds(horizon, cover, 0.8, WHITE.times(1.05), Rgb.of(0xa6bcd2), 1.1, 0)
        .heaped(canvas, seed);
  }

  private static void greenHills(Canvas canvas) {
    summerSky(canvas, 0.6, 0.42, 541);
    Rgb far = Rgb.of(0x7fae86);
    Rgb near = Rgb.of(0x4c9426);
    for (int i = 0; i < 5; i++) {
      double t = i / 4.0;
      Rgb colour = far.mix(near, t);
      Ridge.flat(
          canvas,
          Ridge.hills(0.56 + 0.33 * t, 0.1 + 0.1 * t, 0.7, 542 + i),
          colour,
          colour.times(0.45),
          0.35 + 0.3 * t);
    }
    canvas.draw(g -> {
      Trees.broadleaf(g, 0.95, 0.79, 0.3, Rgb.of(0x3c2c20), Rgb.of(0x4f8a2a), 1, 548);
      Trees.broadleaf(g, 0.3, 0.68, 0.1, Rgb.of(0x3c2c20), Rgb.of(0x5c945c), 1, 549);
    });
    Ground.grass(canvas, 0.86, near, 6000, 550);
  }

  private static void sailing(Canvas canvas) {
    double horizon = 0.52;
    summerSky(canvas, horizon, 0.4, 421);
    Ridge.flat(
        canvas, Ridge.hills(0.525, 0.06, 0.5, 422), Rgb.of(0x5f88a8), Rgb.of(0xa8c8dc), 0.12);
    Noise chop = new Noise(424);
    canvas.paint(
        horizon,
        1,
        (x, y, below) -> {
          double down = (y - horizon) / (1 - horizon);
          double far = 1 / (down + 0.04);
          double wave = chop.octaves((x - 0.6) * far * 2.4, far * 8, 6);
          Rgb blue = Rgb.of(0x6aa6d4).mix(Rgb.of(0x0c4684), Math.sqrt(down));
          double crest = Sky.smooth(0.42, 0.6, wave);
          return blue.times(1 + 0.55 * wave).mix(WHITE, 0.6 * crest);
        });
    Canvas.Shader wake =
        (x, y, below) -> {
          double off = Math.hypot((x - 0.56) / 0.26, (y - 0.725) / 0.02);
          double foam = Math.exp(-off * off) * (0.6 + chop.octaves(x * 40, y * 80, 3));
          return below.mix(WHITE, Math.clamp(foam, 0, 0.9));
        };
    Boats.sail(canvas, 0.58, 0.72, 0.58, Rgb.of(0xf8f6f0), Rgb.of(0x1c3a66));
    canvas.paint(0.6, 0.85, wake);
  }

  private static void foggyLake(Canvas canvas) {
    double horizon = 0.58;
    Sky.gradient(canvas, horizon, 0xa9b6c0, 0xc3ccd2, 0xd6dbdd);
    Rgb fog = Rgb.of(0xd2d8db);
    for (int i = 0; i < 4; i++) {
      double t = i / 3.0;
      Ridge.flat(
          canvas,
          Ridge.firs(
              Ridge.hills(horizon - 0.08 * (1 - t), 0.07, 0.5, 331 + i), 0.04 + 0.05 * t, 335 + i),
          fog.mix(Rgb.of(0x4c5c5e), 0.12 + 0.6 * t * t),
          fog,
          0.06 + 0.05 * t);
    }
    canvas.blur(0.0018);
    new Water(horizon, Rgb.of(0x8b979c), 0.75, 0.1).fill(canvas, 339);
    Details.reeds(canvas, 0, 0.5, 1.0, 0.16, Rgb.of(0x454a40), 340);
  }

  private static void bareTree(Canvas canvas) {
    Sky.gradient(canvas, 0.85, 0xbfc4c6, 0xcfd3d3, 0xdfe0dc);
    Rgb fog = Rgb.of(0xd6d8d5);
    canvas.draw(0.002, g -> Trees.broadleaf(g, 1.1, 0.8, 0.3, Rgb.of(0xa8acac), fog, 0, 352));
    Ground.plain(canvas, 0.8, fog, Ground.growth(Rgb.of(0x8b8a72), 353));
    canvas.draw(g -> Trees.broadleaf(g, 0.5, 0.88, 0.68, Rgb.of(0x2c2a2a), fog, 0, 351));
    Ground.grass(canvas, 0.84, Rgb.of(0x7c7a5a), 7000, 354);
  }
}

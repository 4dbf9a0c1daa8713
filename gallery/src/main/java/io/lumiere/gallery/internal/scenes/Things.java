package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Sky;
import java.util.List;

/** Things seen from near by. */
final class Things {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("golden-mosaic", Things::mosaic),
          Scene.landscape("red-apple", Apple::paint),
          Scene.portrait("candle", Candle::paint),
          Scene.landscape("coffee-cup", Coffee::paint));

  private Things() {}

  /** Small stones of gold and ochre set in rings. */
  private static void mosaic(Canvas canvas) {
    Noise noise = new Noise(701);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot(x - 0.55, y - 0.6);
      double ring = d / 0.028;
      int r = (int) ring;
      double count = Math.max(6, Math.floor(2 * Math.PI * (r + 0.5)));
      double turn = (Math.atan2(y - 0.6, x - 0.55) / (2 * Math.PI) + 0.5) * count;
      int t = (int) turn;
      double fx = turn - t;
      double fy = ring - r;
      double ragged = 0.05 * noise.octaves(x * 60, y * 60, 2);
      double gap = Math.min(Math.min(fx, 1 - fx), Math.min(fy, 1 - fy)) + ragged;
      double pick = noise.cell(r, t);
      Rgb gold = Rgb.of(0x9a6a1c).mix(Rgb.of(0xf4c850), pick);
      Rgb stone = r % 7 == 3 ? Rgb.of(0x6a2418).mix(Rgb.of(0xa84c28), pick) : gold;
      double tilt = 0.75 + 0.6 * noise.cell(r + 99, t) * (0.6 + 0.8 * fx);
      double shine = Math.pow(noise.cell(r + 500, t), 14) * 1.4;
      double grain = 1 + 0.25 * noise.octaves(x * 90, y * 90, 3);
      Rgb face = stone.times(tilt * grain).plus(new Rgb(1, 0.85, 0.5).times(shine));
      return Rgb.of(0x2c2014).times(grain).mix(face, Sky.smooth(0.05, 0.11, gap));
    });
  }

  /** A wooden table top, from its far edge down. */
  static void table(Canvas canvas, double edge, Rgb wood, long seed) {
    Noise noise = new Noise(seed);
    canvas.paint(
        edge,
        1,
        (x, y, below) -> {
          double away = 0.5 / (y - edge + 0.15);
          double across = (x - 0.67) * away;
          double rings = noise.octaves(across * 2 + 3, away * 14, 5);
          double line = Math.sin(rings * 26 + away * 60);
          return wood.times(1 + 0.3 * rings + 0.07 * line);
        });
  }
}

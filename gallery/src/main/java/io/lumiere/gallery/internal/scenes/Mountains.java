package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Ground;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Terrain;
import io.lumiere.gallery.internal.paint.Trees;
import io.lumiere.gallery.internal.paint.Water;
import java.util.List;

/** High country, and deserts. */
final class Mountains {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("snow-mountains", Mountains::snow),
          Scene.landscape("mountain-lake", Mountains::lake),
          Scene.landscape("sunrise-mist", Mountains::sunriseMist),
          Scene.landscape("winter-firs", Mountains::winterFirs),
          Scene.landscape("rocky-peaks", Mountains::rocky),
          Scene.landscape("desert-dunes", Mountains::dunes));

  private static final Rgb WHITE = Rgb.of(0xffffff);
  private static final Rgb ROCK = Rgb.of(0x8a7f78);
  private static final Rgb DISTANCE = Rgb.of(0xa9c3e0);

  private Mountains() {}

  private static void blueSky(Canvas canvas, double horizon, double cover, long seed) {
    Sky.gradient(canvas, horizon, 0x1f5fb4, 0x3f86d2, 0x7db4e6, 0xc4def2);
    new Clouds(horizon, cover, 0.9, WHITE.times(1.05), Rgb.of(0x93a8c2), 0.2, 0)
        .heaped(canvas, seed);
  }

  private static void snow(Canvas canvas) {
    blueSky(canvas, 0.75, 0.4, 201);
    new Terrain(0.78, 1.0, 1.15, 0.05, ROCK, DISTANCE, 202).paint(canvas);
    Ground.plain(canvas, 0.83, Rgb.of(0xd8e4f2), snowField());
    canvas.draw(g -> {
      for (int i = 0; i < 26; i++) {
        double x = (i * 0.618 + 0.2) % 1 * canvas.aspect();
        double near = (double) i / 26;
        Rgb needles = Rgb.of(0x2c4a3c).mix(DISTANCE, 0.25 * (1 - near));
        Trees.fir(g, x, 0.85 + 0.1 * near * near, 0.06 + 0.09 * near, needles, 0.45, 203 + i);
      }
    });
  }

  private static void lake(Canvas canvas) {
    double horizon = 0.6;
    blueSky(canvas, horizon, 0.42, 211);
    new Terrain(0.57, 1.2, 1.15, 0.34, ROCK, DISTANCE, 212).paint(canvas);
    Rgb firs = Rgb.of(0x1d3a28);
    Ridge.flat(
        canvas, Ridge.firs(Ridge.hills(0.58, 0.08, 0.6, 214), 0.05, 215), firs, DISTANCE, 0.5);
    Ridge.flat(
        canvas,
        Ridge.firs(x -> 0.605 - 0.05 * Math.abs(x - 0.7), 0.07, 216),
        Rgb.of(0x12281b),
        Rgb.of(0x203c28),
        0.3);
    new Water(horizon, Rgb.of(0x1c5a6b), 0.6, 0.14).fill(canvas, 217);
    Details.stones(canvas, 0.9, 90, 218);
  }

  private static void sunriseMist(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x7fa6cf, 0xb9c6d8, 0xf6d9b8, 0xffe9b0);
    Sky.sun(canvas, 0.4, 0.42, 0.03, Rgb.of(0xffc870), 0.7);
    Rgb haze = Rgb.of(0xf8e2c4);
    Rgb near = Rgb.of(0x24402f);
    for (int i = 0; i < 6; i++) {
      double t = i / 5.0;
      double tree = 0.014 + 0.08 * t * t;
      Ridge.flat(
          canvas,
          Ridge.firs(Ridge.hills(0.54 + 0.45 * t, 0.1, 0.5, 221 + i), tree, 231 + i),
          haze.mix(near, 0.15 + 0.85 * t),
          haze,
          0.1 + 0.18 * t);
    }
  }

  private static void winterFirs(Canvas canvas) {
    Sky.gradient(canvas, 0.7, 0x8fb0d0, 0xb4c8dc, 0xd8e2ec);
    Rgb mist = Rgb.of(0xd8e2ec);
    Ridge.flat(
        canvas,
        Ridge.firs(Ridge.hills(0.66, 0.08, 0.7, 241), 0.1, 242),
        Rgb.of(0x7f97aa),
        mist,
        0.2);
    Ground.plain(canvas, 0.66, mist, snowField());
    canvas.draw(g -> {
      for (int i = 0; i < 11; i++) {
        double x = (i * 0.618 + 0.07) % 1 * canvas.aspect();
        double near = i / 10.0;
        Rgb needles = Rgb.of(0x3c5a50).mix(mist, 0.45 * (1 - near));
        Trees.fir(g, x, 0.7 + 0.22 * near, 0.26 + 0.3 * near, needles, 0.62, 243 + i);
      }
    });
  }

  private static Ground.Pattern snowField() {
    Noise noise = new Noise(251);
    Rgb lit = new Rgb(0.9, 0.93, 1);
    Rgb blue = new Rgb(0.5, 0.6, 0.82);
    return (across, away) -> {
      double drift = noise.octaves(across * 0.5, away * 0.6, 4);
      double grain = noise.at(across * 40, away * 40) / (1 + away);
      return lit.mix(blue, 0.45 - 0.8 * drift + 0.25 * grain);
    };
  }

  private static void rocky(Canvas canvas) {
    blueSky(canvas, 0.7, 0.52, 261);
    new Terrain(0.76, 1.1, 1.1, 0.62, Rgb.of(0xa09488), DISTANCE, 262).paint(canvas);
    Rgb grass = Rgb.of(0x6f8a3a);
    Ridge.flat(canvas, Ridge.hills(0.8, 0.06, 0.8, 266), grass.times(0.7), grass, 0.2);
    Ground.plain(canvas, 0.8, Rgb.of(0x8fa55a), Ground.growth(grass, 267));
    Ground.grass(canvas, 0.8, grass, 9000, 268);
    Details.stones(canvas, 0.86, 60, 269);
  }

  private static void dunes(Canvas canvas) {
    Sky.gradient(canvas, 0.55, 0x2d74c4, 0x5c9cdc, 0xa8cbea, 0xe6dcc4);
    Ground.dune(canvas, 0.5, 0.08, Rgb.of(0xe6bd84), Rgb.of(0xa87848), 271);
    Ground.dune(canvas, 0.62, 0.2, Rgb.of(0xe4b070), Rgb.of(0x94602f), 272);
    Ground.dune(canvas, 0.86, 0.3, Rgb.of(0xdca25c), Rgb.of(0x7c4a22), 273);
  }
}

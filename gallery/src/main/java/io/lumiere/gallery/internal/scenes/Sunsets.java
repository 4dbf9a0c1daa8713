package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Boats;
import io.lumiere.gallery.internal.paint.Buildings;
import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Ground;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Trees;
import io.lumiere.gallery.internal.paint.Water;
import java.util.List;

/** The last light of the day. */
final class Sunsets {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("sunset-sea", Sunsets::sea),
          Scene.landscape("sunset-mountains", Sunsets::mountains),
          Scene.landscape("sunset-lake", Sunsets::lake),
          Scene.landscape("sunset-palms", Sunsets::palms),
          Scene.landscape("sunset-tree", Sunsets::loneTree),
          Scene.landscape("sunset-city", Sunsets::city),
          Scene.landscape("sunset-boat", Sunsets::boat),
          Scene.landscape("sunset-dunes", Sunsets::dunes),
          Scene.landscape("dusk-hills", Sunsets::duskHills));

  private static final Rgb ORANGE = Rgb.of(0xff8a2a);

  private Sunsets() {}

  private static void sea(Canvas canvas) {
    double horizon = 0.56;
    Sky.gradient(canvas, horizon, 0x2b3f73, 0x6a5a8c, 0xd9785a, 0xffb347);
    new Clouds(horizon, 0.62, 0.9, Rgb.of(0xff9a55), Rgb.of(0x6b4560), 0.75, 0.5)
        .streaked(canvas, 11);
    Sky.sun(canvas, 0.75, 0.5, 0.036, ORANGE, 0.8);
    new Water(horizon, Rgb.of(0x1b2233), 0.55, 0.9).fill(canvas, 12);
  }

  private static void mountains(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x39508c, 0x8a6a9a, 0xf08a5c, 0xffc266);
    new Clouds(0.55, 0.7, 0.8, Rgb.of(0xff8f60), Rgb.of(0x70486a), 0.5, 0.45).streaked(canvas, 21);
    Sky.sun(canvas, 0.52, 0.43, 0.03, Rgb.of(0xff9440), 0.8);
    Rgb haze = Rgb.of(0xe08a66);
    Ridge.flat(canvas, Ridge.peaks(0.58, 0.17, 0.55, 22), Rgb.of(0x8c5a78), haze, 0.3);
    Ridge.flat(canvas, Ridge.peaks(0.68, 0.18, 0.6, 23), Rgb.of(0x5c3f66), haze, 0.4);
    Ridge.flat(canvas, Ridge.hills(0.8, 0.16, 0.5, 24), Rgb.of(0x35284a), haze.times(0.6), 0.6);
    Ridge.flat(
        canvas,
        Ridge.firs(Ridge.hills(0.95, 0.12, 0.6, 25), 0.1, 26),
        Rgb.of(0x120f1c),
        Rgb.of(0x120f1c),
        1);
  }

  private static void lake(Canvas canvas) {
    double horizon = 0.5;
    Sky.gradient(canvas, horizon, 0x3c3f7a, 0x7d5b96, 0xe07a7a, 0xffb070);
    new Clouds(horizon, 0.5, 0.9, Rgb.of(0xff9f80), Rgb.of(0x7a5080), 0.4, 0.47).heaped(canvas, 31);
    Sky.sun(canvas, 0.36, 0.47, 0.02, Rgb.of(0xff7a3c), 0.55);
    Ridge.flat(canvas, Ridge.hills(0.5, 0.1, 0.5, 32), Rgb.of(0x553a5e), Rgb.of(0xa0607a), 0.3);
    Ridge.flat(
        canvas,
        Ridge.firs(Ridge.hills(0.505, 0.03, 0.9, 33), 0.04, 34),
        Rgb.of(0x221a30),
        Rgb.of(0x221a30),
        1);
    new Water(horizon, Rgb.of(0x221c33), 0.75, 0.16).fill(canvas, 35);
    Details.reeds(canvas, 1.0, 1.3, 0.97, 0.34, Rgb.of(0x0d0a12), 36);
    Details.reeds(canvas, 0.0, 0.22, 0.99, 0.24, Rgb.of(0x0d0a12), 37);
  }

  private static void palms(Canvas canvas) {
    double horizon = 0.66;
    Sky.gradient(canvas, horizon, 0x4a3470, 0xb0508a, 0xff7a55, 0xffc45a);
    new Clouds(horizon, 0.55, 0.7, Rgb.of(0xff9060), Rgb.of(0x8a4a7a), 0.9, 0.6)
        .streaked(canvas, 41);
    Sky.sun(canvas, 0.88, 0.58, 0.05, Rgb.of(0xff8030), 0.75);
    new Water(horizon, Rgb.of(0x2b1a30), 0.6, 0.7).fill(canvas, 42);
    Rgb black = Rgb.of(0x0a0609);
    Ridge.flat(canvas, x -> 0.985 - 0.13 * Math.exp(-x * x * 3.5), black, black, 1);
    canvas.draw(g -> {
      Trees.palm(g, 0.17, 0.92, 0.62, 0.35, black, 43);
      Trees.palm(g, 0.34, 0.96, 0.46, 0.5, black, 44);
      Trees.palm(g, 0.06, 0.92, 0.45, -0.3, black, 45);
    });
  }

  private static void loneTree(Canvas canvas) {
    Sky.gradient(canvas, 0.78, 0x553c50, 0xb5553c, 0xff9a3a, 0xffd070);
    new Clouds(0.78, 0.42, 0.8, Rgb.of(0xffb060), Rgb.of(0x84413c), 0.85, 0.7).heaped(canvas, 51);
    Sky.sun(canvas, 0.86, 0.7, 0.06, Rgb.of(0xff9030), 0.8);
    Rgb black = Rgb.of(0x0b0705);
    Ridge.flat(canvas, Ridge.hills(0.8, 0.03, 0.7, 52), black, Rgb.of(0x1d100a), 0.25);
    canvas.draw(g -> Trees.broadleaf(g, 0.45, 0.805, 0.52, black, black, 0.9, 53));
    Details.reeds(canvas, 0, canvas.aspect(), 1.02, 0.16, black, 54);
  }

  private static void city(Canvas canvas) {
    double horizon = 0.7;
    Sky.gradient(canvas, horizon, 0x33427c, 0x8a5f92, 0xf0805a, 0xffc070);
    new Clouds(horizon, 0.45, 0.8, Rgb.of(0xff9868), Rgb.of(0x74506f), 0.5, 0.62)
        .heaped(canvas, 71);
    Sky.sun(canvas, 0.47, 0.6, 0.034, Rgb.of(0xff8434), 0.7);
    Buildings.skyline(canvas, horizon - 0.03, 0.2, Rgb.of(0x96586a), 0, 72);
    Buildings.skyline(canvas, horizon, 0.3, Rgb.of(0x33213a), 0.1, 73);
    new Water(horizon, Rgb.of(0x2a2033), 0.6, 0.4).fill(canvas, 74);
  }

  private static void boat(Canvas canvas) {
    double horizon = 0.6;
    Sky.gradient(canvas, horizon, 0x1f2c58, 0x66508a, 0xe0705c, 0xffa850);
    new Clouds(horizon, 0.66, 1.1, Rgb.of(0xff8a58), Rgb.of(0x5c3f66), 0.4, 0.55)
        .streaked(canvas, 81);
    Sky.sun(canvas, 0.42, 0.585, 0.045, Rgb.of(0xff7a28), 0.75);
    Boats.sail(canvas, 0.8, horizon + 0.01, 0.3, Rgb.of(0x1a1018), Rgb.of(0x140b14));
    new Water(horizon, Rgb.of(0x1c1a2c), 0.6, 0.55).fill(canvas, 82);
    Boats.sail(canvas, 0.8, horizon + 0.012, 0.3, Rgb.of(0x2a1820), Rgb.of(0x140b14));
  }

  private static void dunes(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x4a4a80, 0xa8688a, 0xff9060, 0xffc880);
    Sky.sun(canvas, 1.0, 0.47, 0.032, Rgb.of(0xff8a3a), 0.8);
    Ground.dune(canvas, 0.6, 0.1, Rgb.of(0xd87848), Rgb.of(0x5e3048), 91);
    Ground.dune(canvas, 0.74, 0.16, Rgb.of(0xc06038), Rgb.of(0x421f35), 92);
    Ground.dune(canvas, 0.92, 0.22, Rgb.of(0xa84e30), Rgb.of(0x2c1426), 93);
  }

  private static void duskHills(Canvas canvas) {
    Sky.gradient(canvas, 0.62, 0x2a3470, 0x5f5a9c, 0xb98ab0, 0xf5b8a0);
    Sky.stars(canvas, 0.3, 60, 61);
    Rgb haze = Rgb.of(0xcf9db0);
    Rgb near = Rgb.of(0x1c1a38);
    for (int i = 0; i < 6; i++) {
      double t = i / 5.0;
      Ridge.flat(
          canvas,
          Ridge.hills(0.62 + 0.32 * t * t + 0.05 * t, 0.07 + 0.06 * t, 0.45, 62 + i),
          haze.mix(near, 0.3 + 0.7 * t),
          haze,
          0.22 + 0.5 * t);
    }
  }
}

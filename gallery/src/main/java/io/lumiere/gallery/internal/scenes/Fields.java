package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Clouds;
import io.lumiere.gallery.internal.paint.Ground;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Trees;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Random;

/** Open country in bloom and in harvest. */
final class Fields {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("flower-meadow", Fields::meadow),
          Scene.landscape("lavender", Fields::lavender),
          Scene.landscape("rainbow", Fields::rainbow),
          Scene.landscape("wheat-field", Fields::wheat),
          Scene.landscape("green-hills", Fields::greenHills),
          Scene.landscape("sunflowers", Fields::sunflowers),
          Scene.landscape("tulips", Fields::tulips),
          Scene.landscape("balloons", Fields::balloons));

  private static final Rgb WHITE = Rgb.of(0xffffff);
  private static final Rgb GREEN = Rgb.of(0x5a9a30);

  private Fields() {}

  private static void sky(Canvas canvas, double horizon, double cover, long seed) {
    Sky.gradient(canvas, horizon, 0x2468bc, 0x4f98dc, 0x93c6ee, 0xdcecf6);
    new Clouds(horizon, cover, 0.8, WHITE.times(1.05), Rgb.of(0xa2b4c8), 0.3, 0)
        .heaped(canvas, seed);
  }

  private static void woodline(Canvas canvas, double y, long seed) {
    Ridge.flat(canvas, Ridge.hills(y, 0.09, 0.5, seed), Rgb.of(0x6f94a0), Rgb.of(0xb4ccd6), 0.2);
    Ridge.flat(
        canvas,
        Ridge.hills(y + 0.005, 0.035, 0.05, seed + 1),
        Rgb.of(0x2f5a30),
        Rgb.of(0x5c8a4c),
        0.1);
  }

  private static void meadow(Canvas canvas) {
    sky(canvas, 0.45, 0.4, 501);
    woodline(canvas, 0.45, 502);
    Ground.plain(canvas, 0.45, Rgb.of(0x8cb85c), Ground.growth(GREEN, 504));
    Ground.grass(canvas, 0.45, GREEN, 16000, 505);
    Ground.flowers(
        canvas,
        0.46,
        1500,
        506,
        Rgb.of(0xe82c2c),
        Rgb.of(0xffffff),
        Rgb.of(0xf8d030),
        Rgb.of(0x9a5ae0));
    Ground.grass(canvas, 0.8, GREEN, 2200, 507);
  }

  private static void lavender(Canvas canvas) {
    Sky.gradient(canvas, 0.42, 0x4a78c0, 0x8aa6d8, 0xf0cfc0);
    new Clouds(0.42, 0.36, 0.8, Rgb.of(0xffe8d8), Rgb.of(0xb0a4c0), 1.1, 0.3).heaped(canvas, 511);
    woodline(canvas, 0.42, 512);
    Ground.plain(
        canvas, 0.42, Rgb.of(0xa890c8), Ground.rows(1.1, Rgb.of(0x7a4cc0), Rgb.of(0x6f6a48), 514));
    canvas.draw(
        g -> Trees.broadleaf(g, 0.98, 0.445, 0.2, Rgb.of(0x3c3026), Rgb.of(0x4c7a34), 1, 515));
  }

  private static void rainbow(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x4a5668, 0x67758a, 0x93a2b2, 0xc0cad0);
    new Clouds(0.6, 0.8, 0.8, Rgb.of(0xaab4c0), Rgb.of(0x48525f), 0, 0.5).heaped(canvas, 521);
    Rgb[] bands = {
      Rgb.of(0x7a30c0),
      Rgb.of(0x2c50d8),
      Rgb.of(0x20a8c8),
      Rgb.of(0x30b848),
      Rgb.of(0xf0e030),
      Rgb.of(0xf08820),
      Rgb.of(0xd82020)
    };
    canvas.paint(
        0,
        0.6,
        (x, y, below) -> {
          double d = Math.hypot(x - 0.75, y - 0.78);
          double t = (d - 0.56) / 0.055 * bands.length;
          if (t < 0 || t >= bands.length) {
            return d < 0.56 ? below.times(1.12) : below;
          }
          int i = Math.min((int) t, bands.length - 2);
          double soft = Math.sin(Math.PI * t / bands.length);
          return below.plus(bands[i].mix(bands[i + 1], t - i).times(0.42 * soft));
        });
    woodline(canvas, 0.6, 522);
    Ground.plain(canvas, 0.6, Rgb.of(0x9cb45c), Ground.growth(Rgb.of(0x7aa838), 524));
    Ground.grass(canvas, 0.6, Rgb.of(0x7aa838), 12000, 525);
  }

  private static void wheat(Canvas canvas) {
    sky(canvas, 0.5, 0.46, 531);
    woodline(canvas, 0.5, 532);
    Rgb gold = Rgb.of(0xd8a840);
    Ground.plain(canvas, 0.5, Rgb.of(0xe0c070), Ground.growth(gold, 534));
    Ground.grass(canvas, 0.5, gold, 14000, 535);
    Random random = new Random(536);
    canvas.draw(g -> {
      for (int i = 0; i < 420; i++) {
        ear(g, random, random.nextDouble() * canvas.aspect(), 0.66 + 0.4 * i / 420.0, gold);
      }
    });
  }

  private static void ear(Graphics2D g, Random random, double x, double top, Rgb gold) {
    double size = 0.02 + 0.06 * (top - 0.6);
    double lean = random.nextGaussian() * 0.25;
    g.setColor(gold.times(0.6 + 0.4 * random.nextDouble()).screen(1));
    g.setStroke(new BasicStroke((float) (size * 0.07)));
    g.draw(Shapes.bow(x - lean * 0.05, top + 0.35, x, top + 0.1, x, top));
    for (int i = 0; i < 9; i++) {
      double y = top - i * size * 0.16;
      double bx = x + lean * i * size * 0.12;
      double side = (i % 2 == 0 ? -1 : 1) * size * 0.1;
      g.setColor(gold.times(0.75 + 0.6 * random.nextDouble()).screen(1));
      g.fill(Shapes.oval(bx + side, y, size * 0.11, size * 0.17));
      g.draw(
          Shapes.bow(
              bx + side, y, bx + side * 1.5, y - size * 0.2, bx + side * 2.4, y - size * 0.5));
    }
  }

  private static void greenHills(Canvas canvas) {
    sky(canvas, 0.6, 0.42, 541);
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

  private static void sunflowers(Canvas canvas) {
    sky(canvas, 0.42, 0.3, 551);
    woodline(canvas, 0.42, 552);
    Ground.plain(canvas, 0.42, Rgb.of(0xb8b040), Ground.growth(Rgb.of(0x50802c), 554));
    Random random = new Random(555);
    canvas.draw(g -> {
      for (int i = 0; i < 900; i++) {
        double near = Math.pow((i + 0.5) / 900, 2.6);
        double x = random.nextDouble() * canvas.aspect();
        double y = 0.43 + 0.42 * near + 0.02 * random.nextGaussian() * near;
        Sunflower.draw(g, random, x, y, 0.006 + 0.1 * near);
      }
    });
  }

  private static void tulips(Canvas canvas) {
    sky(canvas, 0.4, 0.45, 561);
    woodline(canvas, 0.4, 562);
    Rgb[] colours = {
      Rgb.of(0xd82430), Rgb.of(0xf0c020), Rgb.of(0xe85890), Rgb.of(0xf4f0ec), Rgb.of(0x8a2c8c)
    };
    Ground.Pattern[] rows = new Ground.Pattern[colours.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = Ground.rows(0.5, colours[i], Rgb.of(0x3c6a28), 563 + i);
    }
    Ground.plain(
        canvas,
        0.4,
        Rgb.of(0xc0b0a0),
        (across, away) ->
            rows[Math.floorMod((int) Math.floor(across / 1.5), rows.length)].at(across, away));
  }

  private static void balloons(Canvas canvas) {
    Sky.gradient(canvas, 0.75, 0x4a8ad0, 0x8ab8e4, 0xf4e0c8);
    new Clouds(0.75, 0.26, 0.8, Rgb.of(0xfff4e4), Rgb.of(0xc0c4d0), 1.2, 0.5).heaped(canvas, 571);
    Ridge.flat(canvas, Ridge.hills(0.78, 0.12, 0.5, 572), Rgb.of(0x8a9c9c), Rgb.of(0xe0d4c4), 0.25);
    Ridge.flat(canvas, Ridge.hills(0.9, 0.1, 0.6, 573), Rgb.of(0x6a8a4c), Rgb.of(0xb0b080), 0.4);
    canvas.draw(g -> {
      Balloons.draw(g, 0.42, 0.36, 0.2, 0xd83028, 0xf4c430);
      Balloons.draw(g, 0.95, 0.28, 0.115, 0x2858b8, 0xf0ece4);
      Balloons.draw(g, 1.15, 0.54, 0.06, 0x38984c, 0xf4d040);
      Balloons.draw(g, 0.78, 0.6, 0.04, 0xe07a28, 0x7a2c8a);
      Balloons.draw(g, 0.13, 0.62, 0.05, 0xf0ece4, 0xd83028);
    });
  }
}

package io.lumiere.gallery.internal.scenes;

import io.lumiere.gallery.internal.paint.Canvas;
import io.lumiere.gallery.internal.paint.Ground;
import io.lumiere.gallery.internal.paint.Noise;
import io.lumiere.gallery.internal.paint.Rgb;
import io.lumiere.gallery.internal.paint.Ridge;
import io.lumiere.gallery.internal.paint.Shapes;
import io.lumiere.gallery.internal.paint.Sky;
import io.lumiere.gallery.internal.paint.Trees;
import io.lumiere.gallery.internal.paint.Trunks;
import io.lumiere.gallery.internal.paint.Water;
import java.awt.Graphics2D;
import java.util.List;
import java.util.Random;

/** Trees and still places among them. */
final class Woods {
  static final List<Scene> SCENES =
      List.of(
          Scene.landscape("forest-path", Woods::path),
          Scene.landscape("autumn-trees", Woods::autumn),
          Scene.portrait("birches", Woods::birches),
          Scene.landscape("foggy-lake", Woods::foggyLake),
          Scene.portrait("waterfall", Woods::waterfall),
          Scene.landscape("bare-tree-fog", Woods::bareTree));

  private static final Rgb[] AUTUMN = {
    Rgb.of(0xe0741c), Rgb.of(0xd04818), Rgb.of(0xf0a828), Rgb.of(0xb83a1c), Rgb.of(0xd89a2c)
  };

  private Woods() {}

  private static void path(Canvas canvas) {
    Sky.gradient(canvas, 0.6, 0x46662c, 0x7c9a44, 0xd4e29a);
    Noise leaves = new Noise(301);
    Rgb deep = Rgb.of(0x15260f);
    canvas.paint(
        0,
        0.62,
        (x, y, below) -> {
          double n = leaves.octaves(x * 9, y * 9, 6);
          double cover = Sky.smooth(-0.35, 0.3, n + 0.75 - 1.5 * y);
          return below.mix(deep.mix(Rgb.of(0x6c9a38), 0.5 + n), cover);
        });
    Noise ground = new Noise(302);
    Ground.Pattern moss = Ground.growth(Rgb.of(0x3f6422), 303);
    Ground.plain(
        canvas,
        0.57,
        Rgb.of(0xa8bc70),
        (across, away) -> {
          double bend = 0.5 * Math.sin(away * 0.35);
          double off = Math.abs(across - bend) + 0.2 * ground.octaves(across * 3, away * 2, 3);
          double grit = 1 + 0.7 * ground.octaves(across * 20, away * 12, 4);
          return Rgb.of(0x8a6a44)
              .times(grit)
              .mix(moss.at(across, away), Sky.smooth(0.45, 0.65, off));
        });
    Trunks.stand(canvas, 0.57, 1.0, Rgb.of(0x2a1f16), Rgb.of(0x9cb468), 120, 304);
    Noise sun = new Noise(305);
    canvas.paint((x, y, below) -> {
      double beam = Math.max(0, sun.octaves((x * 0.85 - y * 0.45) * 7, 0.5, 3));
      return below.plus(new Rgb(0.5, 0.48, 0.22).times(0.35 * beam * Math.exp(-2.2 * y)));
    });
  }

  private static void autumn(Canvas canvas) {
    Sky.gradient(canvas, 0.65, 0x6f9fd0, 0xa4c2e0, 0xe8e4d8);
    Rgb haze = Rgb.of(0xd9c9a8);
    Noise wood = new Noise(311);
    Ridge.flat(canvas, Ridge.hills(0.6, 0.12, 0.4, 312), Rgb.of(0xb07848), haze, 0.3);
    canvas.paint(
        0.4,
        0.66,
        (x, y, below) -> {
          double n = wood.octaves(x * 26, y * 26, 4);
          return below.red() > below.blue() * 1.6 ? below.times(1 + 0.7 * n) : below;
        });
    Ground.plain(canvas, 0.64, haze, Ground.growth(Rgb.of(0x7d8a36), 313));
    canvas.draw(g -> {
      for (int i = 0; i < 9; i++) {
        double near = i / 8.0;
        double x = (i * 0.618 + 0.3) % 1 * canvas.aspect();
        Rgb crown = AUTUMN[i % AUTUMN.length].mix(haze, 0.4 * (1 - near));
        Rgb bark = Rgb.of(0x3a2a20).mix(haze, 0.4 * (1 - near));
        Trees.broadleaf(g, x, 0.66 + 0.2 * near, 0.24 + 0.3 * near, bark, crown, 1, 315 + i);
      }
      fallenLeaves(g, canvas.aspect());
    });
  }

  private static void fallenLeaves(Graphics2D g, double aspect) {
    Random random = new Random(314);
    for (int i = 0; i < 4200; i++) {
      double near = Math.sqrt(random.nextDouble());
      double y = 0.66 + 0.34 * near;
      Rgb leaf = AUTUMN[random.nextInt(AUTUMN.length)].times(0.6 + 0.6 * random.nextDouble());
      double size = 0.002 + 0.006 * near;
      g.setColor(leaf.screen(0.9));
      g.fill(Shapes.oval(random.nextDouble() * aspect, y, size, size * 0.5));
    }
  }

  private static void birches(Canvas canvas) {
    Sky.gradient(canvas, 0.7, 0x9cb84c, 0xc8d878, 0xf0f0c0);
    Noise leaves = new Noise(321);
    canvas.paint(
        0,
        0.75,
        (x, y, below) -> {
          double n = leaves.octaves(x * 12, y * 12, 6);
          return below.mix(
              Rgb.of(0x5c8a2c).times(1 + n), Sky.smooth(-0.1, 0.5, n + 0.45 - 0.8 * y));
        });
    Ground.plain(canvas, 0.66, Rgb.of(0xd0dc90), Ground.growth(Rgb.of(0x5c8a30), 322));
    Ground.grass(canvas, 0.68, Rgb.of(0x4c7c28), 9000, 323);
    Trunks.birches(canvas, 0.68, 16, 324);
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

  private static void waterfall(Canvas canvas) {
    Noise rock = new Noise(341);
    canvas.paint((x, y, below) -> wetRock(rock, x, y));
    Noise stream = new Noise(342);
    canvas.paint(0, 0.82, (x, y, below) -> below.mix(veil(stream, x, y), fallen(stream, x, y)));
    new Water(0.82, Rgb.of(0x3f6a60), 0.45, 0.6).fill(canvas, 343);
    canvas.paint((x, y, below) -> {
      double d = Math.hypot((x - 0.38) * 0.7, (y - 0.82) * 1.6);
      double spray = Math.exp(-d * d * 90) * (0.8 + 0.5 * stream.octaves(x * 9, y * 9, 4));
      return below.mix(new Rgb(0.9, 0.95, 1), Math.min(0.9, spray));
    });
    canvas.draw(g -> Details.bush(g, 0.06, 0.12, 0.2, Rgb.of(0x4f8a28), 344));
    canvas.draw(g -> Details.bush(g, 0.7, 0.08, 0.22, Rgb.of(0x5c942c), 345));
    canvas.draw(0.002, g -> Details.bush(g, 0.74, 0.97, 0.16, Rgb.of(0x3f7422), 346));
  }

  private static Rgb wetRock(Noise rock, double x, double y) {
    double r = rock.ridges(x * 5, y * 3.2, 7);
    double light = 0.35 + 2.6 * (r - rock.ridges(x * 5 - 0.08, y * 3.2 - 0.08, 7));
    double moss = Sky.smooth(0.0, 0.3, rock.octaves(x * 4, y * 4, 4) + 0.1);
    Rgb wet = Rgb.of(0x6a655e).mix(Rgb.of(0x4f7a2a), 0.75 * moss);
    return wet.times(Math.clamp(light, 0.08, 1.4) * (0.4 + 0.6 * r));
  }

  private static Rgb veil(Noise stream, double x, double y) {
    return new Rgb(0.85, 0.92, 0.98).times(0.8 + 0.35 * strands(stream, x, y));
  }

  /** How much of what is seen at a point is falling water. */
  private static double fallen(Noise stream, double x, double y) {
    double wide = 0.05 + 0.055 * y + 0.025 * stream.octaves(y * 6, 3, 3);
    double off = Math.abs(x - streamX(stream, y)) / wide;
    return 0.95 * Sky.smooth(1.2, 0.45, off + 0.35 * strands(stream, x, y));
  }

  private static double strands(Noise stream, double x, double y) {
    return stream.octaves(x * 46, y * 3.2 - 0.3 * Math.abs(x - streamX(stream, y)), 4);
  }

  private static double streamX(Noise stream, double y) {
    return 0.38 + 0.03 * stream.at(y * 3, 1);
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

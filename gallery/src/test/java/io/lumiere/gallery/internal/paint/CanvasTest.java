package io.lumiere.gallery.internal.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CanvasTest {
  private static final Offset<Double> NEAR = Offset.offset(1e-3);

  @Test
  void positionsAreInHeights() {
    Canvas canvas = new Canvas(8, 4);
    canvas.paint((x, y, below) -> new Rgb(x, y, 0));
    assertThat(canvas.aspect()).isEqualTo(2);
    Rgb last = canvas.sample(99, 99);
    assertThat(last.red()).isCloseTo(7.5 / 4, NEAR);
    assertThat(last.green()).isCloseTo(3.5 / 4, NEAR);
    assertThat(canvas.sample(1, 0.5).red()).isCloseTo(1, NEAR);
  }

  @Test
  void screenColoursSurviveDevelopment() {
    Canvas canvas = new Canvas(9, 9);
    canvas.paint((x, y, below) -> Rgb.of(0x8040c0));
    // The middle of the picture: the corners are darkened.
    int pixel = canvas.develop(0, 1).getRGB(4, 4) & 0xffffff;
    assertThat(new Color(pixel))
        .satisfies(colour -> {
          assertThat(colour.getRed()).isBetween(0x7f, 0x81);
          assertThat(colour.getGreen()).isBetween(0x3f, 0x41);
          assertThat(colour.getBlue()).isBetween(0xbf, 0xc1);
        });
  }

  @Test
  void lightAboveWhiteDoesNotWrapAround() {
    Canvas canvas = new Canvas(5, 5);
    canvas.paint((x, y, below) -> new Rgb(50, -3, 1));
    Color colour = new Color(canvas.develop(0, 1).getRGB(2, 2));
    assertThat(colour.getRed()).isEqualTo(255);
    assertThat(colour.getGreen()).isZero();
  }

  @Test
  void blurKeepsTheAmountOfLight() {
    Canvas canvas = new Canvas(60, 60);
    canvas.draw(g -> {
      g.setColor(Color.WHITE);
      g.fill(new Rectangle2D.Double(0.4, 0.4, 0.2, 0.2));
    });
    double before = light(canvas);
    assertThat(before).isCloseTo(0.04, NEAR);
    canvas.blur(0.05);
    assertThat(light(canvas)).isCloseTo(before, NEAR);
    assertThat(canvas.sample(0.38, 0.5).red()).isBetween(0.1, 0.9);
  }

  private static double light(Canvas canvas) {
    double[] sum = new double[1];
    canvas.paint((x, y, below) -> {
      sum[0] += below.red() / (canvas.width() * canvas.height());
      return below;
    });
    return sum[0];
  }
}

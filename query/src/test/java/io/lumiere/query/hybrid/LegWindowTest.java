package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.testing.Seeded;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LegWindowTest {
  @ParameterizedTest
  @ValueSource(floats = {1e-30f, .01f, 1, 1e30f})
  void bytesGiveTheSameWindow(float scale, @Seeded Random random) {
    float[] scores = descending(random, 500, scale);
    scores[0] = Float.MAX_VALUE;
    scores[499] = -Float.MAX_VALUE;
    LegWindow window = new LegWindow(scores, random.nextLong());

    assertThat(LegWindow.of(window.toBytes())).isEqualTo(window);
    LegWindow empty = new LegWindow(new float[0], Long.MAX_VALUE);
    assertThat(LegWindow.of(empty.toBytes())).isEqualTo(empty);
  }

  @Test
  void bothZerosAreEqualScores() {
    LegWindow window = new LegWindow(new float[] {-0f, 0f, -0f, -1f}, 7);

    assertThat(LegWindow.of(window.toBytes())).isEqualTo(window);
  }

  @Test
  void aScoreTakesTwoBytes(@Seeded Random random) {
    LegWindow cosines = new LegWindow(descending(random, 2_000, .1f), 7);

    assertThat(cosines.toBytes().length).isLessThan(2 * 2_000 + 100);
  }

  @Test
  void otherBytesAreRefused(@Seeded Random random) {
    byte[] bytes = new LegWindow(descending(random, 50, 1), 7).toBytes();
    byte[] ascending = new LegWindow(new float[] {1, 2}, 7).toBytes();
    byte[] cut = Arrays.copyOf(bytes, 5);
    byte[] endless = bytes.clone();
    Arrays.fill(endless, 8, endless.length, (byte) 0xff);

    for (byte[] wrong : new byte[][] {ascending, cut, endless}) {
      assertThatThrownBy(() -> LegWindow.of(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static float[] descending(Random random, int count, float scale) {
    float[] scores = new float[count];
    float score = scale;
    for (int i = 0; i < count; i++) {
      scores[i] = score;
      score -= random.nextInt(4) == 0 ? 0 : scale * random.nextFloat() / count;
    }
    return scores;
  }
}

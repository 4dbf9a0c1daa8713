package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage is of every kind, can be repeated, and leaves the good input alone. */
class MutationsTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 300, 5_000})
  void damageIsOfEveryKind(int length, @Seeded Random random, @Seeded long seed) {
    byte[] good = new byte[length];
    random.nextBytes(good);
    byte[] input = good.clone();
    int shorter = 0;
    int longer = 0;
    int changed = 0;
    for (int i = 0; i < 1_000; i++) {
      Mutator mutator = i % 2 == 0 ? Mutations.BINARY : Mutations.TEXT;
      byte[] damaged = mutator.mutate(input, input, new Random(seed + i));
      assertThat(input).isEqualTo(good);
      assertThat(mutator.mutate(input, input, new Random(seed + i))).isEqualTo(damaged);
      assertThat(damaged.length).isLessThanOrEqualTo(2 * length + 65_536);
      shorter += damaged.length < length ? 1 : 0;
      longer += damaged.length > length ? 1 : 0;
      changed += Arrays.equals(damaged, good) ? 0 : 1;
    }
    if (length > 0) {
      assertThat(shorter).isGreaterThan(50);
      assertThat(longer).isGreaterThan(50);
      assertThat(changed).isGreaterThan(800);
    }
  }
}

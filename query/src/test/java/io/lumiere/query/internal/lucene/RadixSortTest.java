package io.lumiere.query.internal.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** The order is that of Java's own stable sort. */
class RadixSortTest {
  private static final int OFFSET = 3;

  private record Entry(long key, int value) {}

  @Test
  void sortsAsJavaDoes(@Seeded Random random) {
    List<LongSupplier> kinds =
        List.of(
            random::nextLong,
            () -> random.nextInt(),
            () -> random.nextInt(5),
            () -> 7,
            () -> random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE,
            // As dates are: of 20 years, some missing.
            () -> random.nextInt(9) == 0 ? Long.MAX_VALUE : 1000L * random.nextInt(630_000_000),
            // Far apart, but close to each other: what has no room in the first look differs.
            () -> random.nextInt(3) * (Long.MAX_VALUE / 2) + random.nextInt(1000));
    for (LongSupplier kind : kinds) {
      for (int size : new int[] {0, 1, 2, 48, 49, 1_000, 20_000}) {
        check(random, kind, size);
      }
    }
  }

  private static void check(Random random, LongSupplier kind, int size) {
    List<Entry> expected = new ArrayList<>();
    long[] keys = new long[size];
    int[] values = new int[OFFSET + size];
    for (int i = 0; i < size; i++) {
      keys[i] = kind.getAsLong();
      values[OFFSET + i] = random.nextInt();
      expected.add(new Entry(keys[i], values[OFFSET + i]));
    }
    expected.sort(Comparator.comparingLong(Entry::key));
    RadixSort.sort(keys, values, OFFSET);
    List<Entry> found = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      found.add(new Entry(keys[i], values[OFFSET + i]));
    }
    assertThat(found).as("%d, seed %d", size, Seeds.ofRun()).isEqualTo(expected);
    assertThat(values).startsWith(0, 0, 0);
  }
}

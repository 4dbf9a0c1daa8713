package io.lumiere.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Seeds differ by test and by run, and by nothing else. */
class SeedsTest {
  private static final Set<Long> SEEN = new HashSet<>();

  private final Random ofTheConstructor;

  SeedsTest(@Seeded Random random) {
    ofTheConstructor = random;
  }

  @Test
  void aNameHasAlwaysTheSameSeed() {
    assertThat(Seeds.of("a")).isEqualTo(Seeds.of("a")).isNotEqualTo(Seeds.of("b"));
    assertThat(Seeds.random("a").nextLong()).isEqualTo(Seeds.random("a").nextLong());
  }

  @Test
  void anotherSeedOfTheRunGivesOthers() {
    String before = System.getProperty(Seeds.PROPERTY);
    try {
      long[] seeds =
          LongStream.range(1, 1_000)
              .map(seed -> {
                System.setProperty(Seeds.PROPERTY, Long.toString(seed));
                return Seeds.of("a");
              })
              .toArray();
      assertThat(seeds).doesNotHaveDuplicates();
      for (String wrong : List.of("-1", "x", "0x10", "12345678901234567")) {
        System.setProperty(Seeds.PROPERTY, wrong);
        assertThatThrownBy(Seeds::ofRun).hasMessageContaining("-Dlumiere.seed=" + wrong + ":");
      }
    } finally {
      if (before == null) {
        System.clearProperty(Seeds.PROPERTY);
      } else {
        System.setProperty(Seeds.PROPERTY, before);
      }
    }
  }

  @RepeatedTest(3)
  void eachRepetitionHasItsOwn(@Seeded Random random, @Seeded long seed) {
    assertThat(SEEN.add(random.nextLong())).isTrue();
    assertThat(SEEN.add(ofTheConstructor.nextLong())).isTrue();
    assertThat(SEEN.add(seed)).isTrue();
  }
}

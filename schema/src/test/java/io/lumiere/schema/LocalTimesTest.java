package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class LocalTimesTest {
  @Test
  void timesBeforeAndAfter1970ComeBackToTheMillisecond() {
    for (int year : new int[] {1826, 1969, 1970, 2021}) {
      LocalDateTime time = LocalDateTime.of(year, 12, 31, 23, 59, 59, 999_000_000);
      assertThat(LocalTimes.fromMillis(LocalTimes.toMillis(time))).isEqualTo(time);
    }
  }

  @Test
  void aDayEndsOneMillisecondBeforeTheNext() {
    LocalDate day = LocalDate.of(2020, 2, 28);
    assertThat(LocalTimes.endOf(day) + 1).isEqualTo(LocalTimes.startOf(LocalDate.of(2020, 2, 29)));
  }
}

package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.exchange.internal.rows.Pulse;
import io.lumiere.exchange.internal.rows.RowSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
  @TempDir Path temp;

  /** A Parquet file's footer and gzip's header come from a disk that may not answer, too. */
  @ParameterizedTest
  @ValueSource(strings = {"photos.parquet", "photos.jsonl.gz"})
  void theTimeOfOpeningIsTimeOfReading(String name) throws IOException {
    Path file = temp.resolve(name);
    TestIndex.write(temp.resolve("index"), 1, 3);
    Exchange.export(temp.resolve("index"), file, ExportOptions.DEFAULTS);
    AtomicLong clock = new AtomicLong();
    Pulse[] pulse = new Pulse[1];
    long[] longest = {0};
    boolean[] asks = {false};
    pulse[0] =
        new Pulse(() -> {
          if (!asks[0] && pulse[0] != null) { // What is asked here asks the clock itself.
            asks[0] = true;
            longest[0] = Math.max(longest[0], pulse[0].stillNanos());
            asks[0] = false;
          }
          return clock.addAndGet(10);
        });
    try (RowSource source =
        Sources.open(file, ExchangeFormat.of(file), ImportOptions.DEFAULTS, pulse[0])) {
      assertThat(longest[0]).isPositive();
      assertThat(pulse[0].stillNanos()).isZero();
      assertThat(source.place()).isNotEmpty();
    }
  }
}

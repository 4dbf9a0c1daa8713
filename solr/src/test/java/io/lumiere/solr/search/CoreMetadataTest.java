package io.lumiere.solr.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CoreMetadataTest {
  private static final Duration ALWAYS = Duration.ofDays(1);
  private static final Duration NEVER = Duration.ofNanos(-1);
  private static final Duration SHORT = Duration.ofMillis(1);

  private final AtomicInteger reads = new AtomicInteger();
  private volatile Callable<IndexMetadata> said = () -> metadata("/first");

  @Test
  void anAnswerCountsForSomeTime() throws Exception {
    CoreMetadata core = core(ALWAYS, ALWAYS);
    assertThat(core.get().archive()).isEqualTo("/first");
    said = () -> metadata("/second");
    assertThat(core.get().archive()).isEqualTo("/first");
    assertThat(reads).hasValue(1);
    assertThat(core.readAgain().archive()).isEqualTo("/second");
  }

  @Test
  void thenItIsReadAgain() throws Exception {
    CoreMetadata core = core(NEVER, ALWAYS);
    assertThat(core.get().archive()).isEqualTo("/first");
    said = () -> metadata("/second");
    assertThat(core.get().archive()).isEqualTo("/second");
  }

  /** The answer comes when the test is over, so whoever waited for it would not end before. */
  @Test
  void whereItDoesNotAnswerWhatItSaidLastCounts() throws Exception {
    CoreMetadata core = core(NEVER, SHORT);
    assertThat(core.get().archive()).isEqualTo("/first");
    CountDownLatch over = new CountDownLatch(1);
    said =
        () -> {
          over.await();
          return metadata("/second");
        };
    assertThat(core.get().archive()).isEqualTo("/first");
    assertThat(core.get().archive()).isEqualTo("/first");
    over.countDown();
    assertThat(reads).as("nobody asks again meanwhile").hasValueLessThanOrEqualTo(2);
  }

  @Test
  void whereItCannotBeReadWhatItSaidLastCounts() throws Exception {
    CoreMetadata core = core(NEVER, ALWAYS);
    said = CoreMetadataTest::away;
    assertThatThrownBy(core::get).isInstanceOf(IOException.class).hasMessageContaining("read");
    said = () -> metadata("/first");
    assertThat(core.get().archive()).isEqualTo("/first");
    said = CoreMetadataTest::away;
    assertThat(core.get().archive()).isEqualTo("/first");
  }

  @Test
  void whatAnotherVersionMadeIsRefused() throws Exception {
    CoreMetadata core = core(NEVER, ALWAYS);
    core.get();
    said =
        () -> {
          throw new LumiereException("another version");
        };
    assertThatThrownBy(core::get).isInstanceOf(LumiereException.class);
  }

  private CoreMetadata core(Duration fresh, Duration wait) {
    return new CoreMetadata(
        () -> {
          reads.incrementAndGet();
          return said.call();
        },
        fresh,
        wait);
  }

  private static IndexMetadata away() throws IOException {
    throw new IOException("connection lost");
  }

  private static IndexMetadata metadata(String archive) {
    return new IndexMetadata(new EmbeddingModel("test", "0".repeat(64), 4), archive);
  }
}

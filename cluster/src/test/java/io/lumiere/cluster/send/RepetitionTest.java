package io.lumiere.cluster.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.send.Repetition.Purpose;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.junit.jupiter.api.Test;

class RepetitionTest {
  private static final Repetition.Attempts ONCE =
      new Repetition.Attempts() {
        @Override
        public <T> T make(Repetition.Request<T> request) throws IOException, SolrServerException {
          return request.send();
        }

        @Override
        public String trouble() {
          return "start node 7";
        }
      };

  private final AtomicInteger asked = new AtomicInteger();

  @Test
  void repeatsWhatFailsBecauseANodeDoes() {
    Repetition repetition =
        new Repetition(ONCE, Purpose.WRITING, Duration.ofMinutes(5), () -> false);
    String answer =
        repetition.of(() -> {
          if (asked.incrementAndGet() == 1) {
            throw new SolrException(ErrorCode.SERVICE_UNAVAILABLE, "no leader");
          }
          return "taken";
        });
    assertThat(answer).isEqualTo("taken");
    assertThat(repetition.repeated()).isEqualTo(1);
  }

  @Test
  void doesNotRepeatWhatIsRefused() {
    Repetition repetition =
        new Repetition(ONCE, Purpose.WRITING, Duration.ofMinutes(5), () -> false);
    assertThatThrownBy(() ->
            repetition.of(() -> {
              asked.incrementAndGet();
              throw new SolrException(ErrorCode.BAD_REQUEST, "photo 7 is not one");
            }))
        .isInstanceOf(LumiereException.class)
        .hasMessage("Solr refuses photos: photo 7 is not one");
    assertThat(asked).hasValue(1);
  }

  @Test
  void givesUpWhenItsTimeIsOverOrItIsToldTo() {
    givesUp(new Repetition(ONCE, Purpose.WRITING, Duration.ZERO, () -> false));
    givesUp(new Repetition(ONCE, Purpose.WRITING, Duration.ofMinutes(5), () -> true));
  }

  private static void givesUp(Repetition repetition) {
    assertThatThrownBy(() ->
            repetition.of(() -> {
              throw new IOException("connection refused");
            }))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("Solr takes no photos: connection refused; start node 7; ")
        .hasMessageContaining("goes on from there");
    assertThat(repetition.repeated()).isZero();
  }

  @Test
  void whoReadsIsNotToldOfWhatWasTaken() {
    Repetition reading =
        new Repetition(ONCE, Purpose.READING, Duration.ofMinutes(5), () -> asked.get() == 2);
    assertThatThrownBy(() ->
            reading.of(() -> {
              asked.incrementAndGet();
              throw new IOException("connection refused");
            }))
        .isInstanceOf(LumiereException.class)
        .hasMessage("Solr gives no photos: connection refused; start node 7");
    assertThat(reading.repeated()).isEqualTo(1);
  }
}

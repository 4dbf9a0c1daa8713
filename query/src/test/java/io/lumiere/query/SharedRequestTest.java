package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Scale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedRequestTest {
  private static final SharedRequest REQUEST =
      new SharedRequest(SearchRequest.builder().limit(7).build(), Scale.COSINE);

  @Test
  void aRequestOfAnotherVersionIsRefused() {
    Map<String, List<String>> parameters = new TreeMap<>(REQUEST.parameters());
    assertThat(SharedRequest.read(parameters).request().paging().limit()).isEqualTo(7);

    parameters.put("version", List.of("0"));
    assertThatThrownBy(() -> SharedRequest.read(parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(ShardProtocol.OTHER_VERSION)
        .hasMessageContaining("was asked in 0");
  }

  @Test
  void whoWritesARequestByHandNeedNoVersion() {
    assertThat(SharedRequest.read(Map.of("limit", List.of("7"))).request().paging().limit())
        .isEqualTo(7);
  }

  /** A node says that the request is wrong, where it would say otherwise that it itself is. */
  @ParameterizedTest
  @CsvSource({
    "today, tomorrow",
    "limit, 4294967303",
    "window, 4294967303",
    "limit, many",
    "choice, ' '",
    "choice, year after",
    "vector, ?",
    "scale, linear",
    "fusion, ranks",
    "after, there",
    "facet, colour",
    "filter, taken yesterday today",
  })
  void whatMakesNoRequestIsRefused(String name, String value) {
    Map<String, List<String>> parameters =
        Map.of("query", List.of("sea"), "choice", List.of("year year%3A2021"));
    assertThat(SharedRequest.read(parameters).request().choices()).hasSize(1);
    Map<String, List<String>> wrong = new TreeMap<>(parameters);
    wrong.put(name, List.of(value));
    assertThatThrownBy(() -> SharedRequest.read(wrong))
        .isInstanceOfAny(IllegalArgumentException.class, LumiereException.class);
  }
}

package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.hybrid.Scale;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

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
}

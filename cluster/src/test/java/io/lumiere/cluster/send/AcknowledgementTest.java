package io.lumiere.cluster.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.util.NamedList;
import org.junit.jupiter.api.Test;

class AcknowledgementTest {
  private final NamedList<Object> answer = new NamedList<>();

  @Test
  void namesWhatLeadersHaveWrittenOrRemoved() throws SolrServerException {
    answer.add("adds", versions("a", 1_849_000_000_000_000_001L, "b", 1_849_000_000_000_000_002L));
    answer.add("deletes", versions("c", -1_849_000_000_000_000_003L));
    Acknowledgement acknowledged = Acknowledgement.of(answer);
    assertThat(acknowledged.ids()).containsExactlyInAnyOrder("a", "b", "c");
    acknowledged.require(List.of("a", "b"));
    acknowledged.require(List.of("c"));
  }

  @Test
  void doesNotNameWhatWasOnlyPassedOn() {
    answer.add("adds", versions("a", 1_849_000_000_000_000_001L, "b", 0L));
    assertThatThrownBy(() -> Acknowledgement.of(answer).require(List.of("a", "b", "c")))
        .isInstanceOf(SolrServerException.class)
        .hasMessage("of 3 photos, 2 reached a node that does not lead their shard");
  }

  @Test
  void whoeverLeadsNowMustHaveIt() throws SolrServerException {
    answer.add("adds", versions("a", 11L, "b", 12L));
    answer.add("deletes", versions("c", -13L, "d", -14L));
    Acknowledgement acknowledged = Acknowledgement.of(answer);
    acknowledged.requireHeld(Map.of("a", 11L, "b", 20L, "d", 15L));
    List<Map<String, Long>> others =
        List.of(
            Map.of("b", 12L), // "a" never came.
            Map.of("a", 10L, "b", 12L), // It is as it was before.
            Map.of("a", 11L, "b", 12L, "c", 9L)); // "c" is still there.
    for (Map<String, Long> held : others) {
      assertThatThrownBy(() -> acknowledged.requireHeld(held))
          .isInstanceOf(SolrServerException.class)
          .hasMessage("of 4 photos, 1 reached a node that does not lead their shard any more");
    }
  }

  @Test
  void namesNothingWhereTheAnswerDoesNot() {
    assertThat(Acknowledgement.of(answer).ids()).isEmpty();
  }

  private static NamedList<Object> versions(Object... idsAndVersions) {
    NamedList<Object> versions = new NamedList<>();
    for (int i = 0; i < idsAndVersions.length; i += 2) {
      versions.add((String) idsAndVersions[i], idsAndVersions[i + 1]);
    }
    return versions;
  }
}

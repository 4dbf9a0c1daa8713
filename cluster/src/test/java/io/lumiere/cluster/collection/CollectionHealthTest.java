package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CollectionHealthTest {
  private static String trouble(Set<String> nodes, Set<String> running) {
    return CollectionHealth.trouble("photos", List.of("shard2"), nodes, running);
  }

  @Test
  void whatToDoIsSaid() {
    assertThat(trouble(Set.of("one:1_solr"), Set.of("other:1_solr")))
        .isEqualTo("shard2 of collection photos has no leader: start one:1_solr");
    assertThat(trouble(Set.of("one:1_solr"), Set.of("one:1_solr")))
        .endsWith("the logs of one:1_solr say why");
    assertThat(trouble(Set.of(), Set.of("one:1_solr"))).contains("no node has a copy");
  }
}

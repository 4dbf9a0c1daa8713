package io.lumiere.cluster.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import org.junit.jupiter.api.Test;

/** What is said where nodes have an older plugin. */
class OlderNodesTest {
  private static final CollectionAddress PHOTOS =
      CollectionAddress.parse("solr://127.0.0.1:2181/photos");

  @Test
  void aQuestionThatNodesDoNotKnowIsOneForANewerPlugin() {
    LumiereException refused =
        new LumiereException(
            "collection solr://127.0.0.1:2181/photos cannot be searched: Error from server at"
                + " http://127.0.0.1:8983/solr: there is no question 'explained'");
    assertThat(OlderNodes.said(refused, PHOTOS))
        .hasMessageContaining("the nodes of collection solr://127.0.0.1:2181/photos have a plugin")
        .hasMessageContaining("docs/cluster.md")
        .hasCause(refused);
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    LumiereException other = new LumiereException("no answer within 60 seconds");
    assertThat(OlderNodes.said(other, PHOTOS)).isSameAs(other);
  }
}

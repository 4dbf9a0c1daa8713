package io.lumiere.cluster.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.LumiereException;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.query.ShardProtocol;
import org.junit.jupiter.api.Test;

/** What is said where nodes have another plugin. */
class OtherVersionsTest {
  private static final CollectionAddress PHOTOS =
      CollectionAddress.parse("solr://127.0.0.1:2181/photos");

  @Test
  void nodesOfAnotherVersionAreToGetThisOne() {
    LumiereException refused =
        new LumiereException(
            "collection solr://127.0.0.1:2181/photos cannot be searched: Error from server at"
                + " http://127.0.0.1:8983/solr: "
                + ShardProtocol.OTHER_VERSION
                + ": it speaks 1, and was asked in 2");
    assertThat(OtherVersions.said(refused, PHOTOS))
        .hasMessageContaining("the nodes of collection solr://127.0.0.1:2181/photos have a plugin")
        .hasMessageContaining("docs/cluster.md")
        .hasCause(refused);
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    LumiereException other = new LumiereException("no answer within 60 seconds");
    assertThat(OtherVersions.said(other, PHOTOS)).isSameAs(other);
  }
}

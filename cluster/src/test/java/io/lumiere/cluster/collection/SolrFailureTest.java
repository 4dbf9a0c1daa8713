package io.lumiere.cluster.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.solr.client.solrj.RemoteSolrException;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudSolrClient.RouteException;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.SolrException.ErrorCode;
import org.apache.solr.common.util.NamedList;
import org.apache.zookeeper.KeeperException;
import org.junit.jupiter.api.Test;

class SolrFailureTest {
  private static final String TRACE = "Caused by: java.io.IOException: No space left on device";

  @Test
  void fullDisksAreThoseOfNodesThatSaySo() {
    NamedList<Throwable> several = new NamedList<>();
    several.add("one", answer("http://127.0.0.1:8983/solr/photos_1", "Error logging add", TRACE));
    several.add("two", answer("http://127.0.0.1:8984/solr/photos_2", "no leader", ""));
    several.add("three", new SolrServerException(new IOException("closed")));
    several.add("four", new SolrServerException(answer("https://solr4/solr", TRACE, "")));
    assertThat(SolrFailure.fullDisks(new RouteException(ErrorCode.SERVER_ERROR, several, Map.of())))
        .containsExactly("127.0.0.1:8983", "solr4");
    assertThat(SolrFailure.fullDisks(new IOException("No space left on device")))
        .as("this machine's own")
        .isEmpty();
  }

  /** SolrJ throws it where the state that it knows is some seconds old and ZooKeeper is away. */
  @Test
  void aRequestIsNotRefusedWhereZooKeeperIsAway() {
    SolrException away =
        new SolrException(
            ErrorCode.BAD_REQUEST,
            "Could not load collection from ZK: photos",
            new KeeperException.ConnectionLossException());
    assertThat(SolrFailure.isFinal(away)).isFalse();
    assertThat(SolrFailure.isFinal(new SolrServerException(away))).isFalse();
    assertThat(SolrFailure.isFinal(new SolrException(ErrorCode.BAD_REQUEST, "no such field")))
        .isTrue();
  }

  @Test
  void aRequestIsNotRefusedWhereALeaderHasJustGone() {
    String gone = "URL http://127.0.0.1:8983/solr/photos_1/ is neither a live node of the cluster";
    assertThat(SolrFailure.isFinal(new SolrException(ErrorCode.FORBIDDEN, gone))).isFalse();
    assertThat(SolrFailure.isFinal(new SolrException(ErrorCode.FORBIDDEN, "no password"))).isTrue();
  }

  private static RemoteSolrException answer(String server, String message, String trace) {
    return new RemoteSolrException(
        server, 500, Map.of("msg", message, "trace", trace, "metadata", List.of()));
  }
}

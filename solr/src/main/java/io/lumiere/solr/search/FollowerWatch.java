package io.lumiere.solr.search;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.time.Duration;
import java.util.Objects;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.GenericSolrRequest;
import org.apache.solr.cloud.CloudDescriptor;
import org.apache.solr.cloud.ZkController;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.apache.solr.common.util.NamedList;
import org.apache.solr.core.CloseHook;
import org.apache.solr.core.IndexDeletionPolicyWrapper;
import org.apache.solr.core.SolrCore;
import org.apache.solr.handler.ReplicationHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a copy of a shard follow its leader again. In Solr 10.0 a copy that leads for a moment while
 * nodes find ZooKeeper again, and then another one does, may be taken for active and fetch nothing
 * any more: searches that ask it miss what is new, for ever and without a word. So each copy that
 * does not lead compares its commit with the leader's; where it stays behind for longer than it
 * takes to fetch twice, fetching is started. That does nothing where it goes on. Thread-safe.
 */
final class FollowerWatch implements CloseHook {
  private static final Logger LOG = LoggerFactory.getLogger(MethodHandles.lookup().lookupClass());
  private static final Duration LOOK = Duration.ofSeconds(5);

  /** Copies fetch every 15 seconds, half as long as leaders take to commit. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final SolrCore core;
  private final CloudDescriptor copy;
  private final ZkController node;
  private final Thread thread;

  private FollowerWatch(SolrCore core, CloudDescriptor copy) {
    this.core = core;
    this.copy = copy;
    this.node = core.getCoreContainer().getZkController();
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("follower watch of " + core.getName())
            .unstarted(this::watch);
  }

  /** Watches a core until it is closed; does nothing for one that never follows. */
  static void start(SolrCore core) {
    CloudDescriptor copy = core.getCoreDescriptor().getCloudDescriptor();
    if (copy != null && copy.getReplicaType() == Replica.Type.TLOG) {
      FollowerWatch watch = new FollowerWatch(core, copy);
      core.addCloseHook(watch);
      watch.thread.start();
    }
  }

  @Override
  public void preClose(SolrCore closed) {
    thread.interrupt();
  }

  private void watch() {
    Lag lag = new Lag(PATIENCE);
    try {
      while (!core.isClosed()) {
        Thread.sleep(LOOK);
        look(lag);
      }
    } catch (InterruptedException e) {
      // The core is closed.
    }
  }

  private void look(Lag lag) {
    try {
      Replica leader = leader();
      Long leaders = leader == null ? null : commit(leader);
      if (lag.isTooLong(System.nanoTime(), leaders == null ? null : commit(), leaders)) {
        LOG.warn("{} is behind its leader, and is told to follow it", core.getName());
        node.startReplicationFromLeader(core.getName(), true);
      }
    } catch (IOException | SolrServerException | RuntimeException e) {
      LOG.warn("{} cannot be compared with its leader: {}", core.getName(), e.toString());
    }
  }

  /** The copy that leads; null where this one does, is not active, or no leader is known. */
  private @Nullable Replica leader() {
    DocCollection collection =
        node.getZkStateReader().getClusterState().getCollectionOrNull(copy.getCollectionName());
    Slice shard = collection == null ? null : collection.getSlice(copy.getShardId());
    if (shard == null) {
      return null;
    }
    Replica own = shard.getReplica(copy.getCoreNodeName());
    boolean follows =
        own != null && own.getState() == Replica.State.ACTIVE && !own.equals(shard.getLeader());
    return follows ? shard.getLeader() : null;
  }

  /** The last commit of a leader, as it says. */
  private @Nullable Long commit(Replica leader) throws IOException, SolrServerException {
    ModifiableSolrParams params = new ModifiableSolrParams();
    params.set(ReplicationHandler.COMMAND, ReplicationHandler.CMD_INDEX_VERSION);
    GenericSolrRequest request =
        new GenericSolrRequest(SolrRequest.METHOD.GET, ReplicationHandler.PATH, params)
            .setRequiresCollection(true);
    NamedList<Object> answer =
        core.getCoreContainer()
            .getDefaultHttpSolrClient()
            .requestWithBaseUrl(leader.getBaseUrl(), request, leader.getCoreName());
    return answer.get(ReplicationHandler.CMD_INDEX_VERSION) instanceof Long version
        ? version
        : null;
  }

  /** The commit that searches of this copy see. */
  private Long commit() throws IOException {
    return core.withSearcher(searcher ->
        IndexDeletionPolicyWrapper.getCommitTimestamp(searcher.getRawReader().getIndexCommit()));
  }

  /** For how long a copy has been behind at the same commit. Not thread-safe. */
  static final class Lag {
    private final long patience;
    private @Nullable Long stood;
    private long since;

    Lag(Duration patience) {
      this.patience = patience.toNanos();
    }

    /**
     * Whether the copy has been behind for too long; then it is counted from now on again.
     *
     * @param now in nanoseconds
     * @param own the commit of the copy; null where it is not known
     * @param leaders that of its leader; null where there is nothing to compare
     */
    boolean isTooLong(long now, @Nullable Long own, @Nullable Long leaders) {
      if (own == null || leaders == null || own.equals(leaders)) {
        stood = null;
        return false;
      }
      if (!Objects.equals(stood, own)) {
        stood = own;
        since = now;
      }
      if (now - since < patience) {
        return false;
      }
      since = now;
      return true;
    }
  }
}

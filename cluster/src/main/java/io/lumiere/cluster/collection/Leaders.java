package io.lumiere.cluster.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.request.AbstractUpdateRequest;
import org.apache.solr.client.solrj.request.UpdateRequest;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.cloud.ZkCoreNodeProps;
import org.apache.solr.common.cloud.ZkNodeProps;
import org.apache.solr.common.cloud.ZkStateReader;
import org.apache.zookeeper.KeeperException;

/**
 * The copies of a collection that lead their shards now, as ZooKeeper names them. Thread-safe.
 *
 * <p>Where a leader has died and no other one is chosen yet, some 15 seconds, Solr answers a query
 * from a copy that may lack all that is new, and says of a commit that reached no leader that it
 * went well. So leaders are asked by their own addresses, and a request fails where one is gone.
 */
public final class Leaders {
  private final PhotoCollection collection;

  Leaders(PhotoCollection collection) {
    this.collection = collection;
  }

  /**
   * The copy that leads a shard.
   *
   * @throws SolrServerException if none does now, or ZooKeeper does not say it
   */
  public ZkCoreNodeProps of(String shard) throws SolrServerException {
    String path = ZkStateReader.getShardLeadersPath(collection.name(), shard);
    try {
      // Otherwise a ZooKeeper that lags behind the others could name the old one.
      collection.zooKeeper().getCuratorFramework().sync().forPath(path);
      return new ZkCoreNodeProps(
          ZkNodeProps.load(collection.zooKeeper().getData(path, null, null)));
    } catch (KeeperException.NoNodeException e) {
      throw new SolrServerException(shard + " has no leader", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SolrServerException("interrupted", e);
    } catch (SolrException e) {
      throw e;
    } catch (Exception e) { // Curator says no more of what it throws.
      throw new SolrServerException("ZooKeeper does not say who leads " + shard, e);
    }
  }

  private List<ZkCoreNodeProps> all() throws SolrServerException {
    List<ZkCoreNodeProps> all = new ArrayList<>();
    for (String shard : collection.shardNames()) {
      all.add(of(shard));
    }
    return all;
  }

  /** Their addresses as the parameter {@code shards} of a query takes them. */
  String addresses() throws SolrServerException {
    return String.join(",", all().stream().map(ZkCoreNodeProps::getCoreUrl).toList());
  }

  /** Has each of them make what it was sent visible to searches, all at the same time. */
  void commit() throws SolrServerException {
    List<Future<?>> commits = new ArrayList<>();
    for (ZkCoreNodeProps leader : all()) {
      commits.add(
          collection
              .threads()
              .submit(() -> {
                UpdateRequest request = new UpdateRequest();
                request.setAction(AbstractUpdateRequest.ACTION.COMMIT, true, true);
                // A leader that gets it like this does not pass it on to the others.
                request.setParam("commit_end_point", "leaders");
                return collection.ask(leader.getBaseUrl(), leader.getCoreName(), request);
              }));
    }
    try {
      for (Future<?> commit : commits) {
        commit.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SolrException refused) {
        throw refused;
      }
      throw new SolrServerException("a leader did not commit", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SolrServerException("interrupted", e);
    } finally {
      commits.forEach(commit -> commit.cancel(true));
    }
  }
}

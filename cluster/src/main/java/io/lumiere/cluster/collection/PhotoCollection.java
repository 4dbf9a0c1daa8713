package io.lumiere.cluster.collection;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.CloudSolrClient;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.impl.ZkClientClusterStateProvider;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.ConfigSetAdminRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrException;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.common.cloud.SolrZkClient;
import org.apache.solr.common.util.NamedList;
import org.apache.zookeeper.KeeperException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a SolrCloud, and one of its collections, which may be yet to make. Thread-safe.
 */
public final class PhotoCollection implements Closeable {
  /** How long a ZooKeeper may take to answer. */
  private static final Duration CONNECT = Duration.ofSeconds(15);

  /** A leader that is gone is noticed so soon. */
  private static final int STATE_SECONDS = 5;

  private final CollectionAddress address;
  private final CloudSolrClient client;
  private final HttpJdkSolrClient http;
  private final ExecutorService threads;
  private final Leaders leaders = new Leaders(this);

  private PhotoCollection(
      CollectionAddress address,
      CloudSolrClient client,
      HttpJdkSolrClient http,
      ExecutorService threads) {
    this.address = address;
    this.client = client;
    this.http = http;
    this.threads = threads;
  }

  /**
   * Connects.
   *
   * @throws LumiereException if no ZooKeeper answers, or it is not one of a SolrCloud
   */
  public static PhotoCollection connect(CollectionAddress address) {
    return connect(address, CONNECT);
  }

  /**
   * As {@link #connect(CollectionAddress)}.
   *
   * @param most how long a ZooKeeper may take to answer
   */
  public static PhotoCollection connect(CollectionAddress address, Duration most) {
    KnownHost.require(address);
    int millis = Math.toIntExact(most.toMillis());
    // SolrJ's own threads are four: as many requests with long bodies wait for each other forever,
    // since each is written in one of the threads and read in another.
    ExecutorService threads = Executors.newCachedThreadPool(PhotoCollection::thread);
    HttpJdkSolrClient http =
        new HttpJdkSolrClient.Builder()
            .withExecutor(threads)
            .useHttp1_1(true)
            .withConnectionTimeout(5, TimeUnit.SECONDS)
            .withIdleTimeout(90, TimeUnit.SECONDS)
            .withRequestTimeout(120, TimeUnit.SECONDS)
            .build();
    CloudSolrClient client = null;
    try {
      client =
          new CloudSolrClient.Builder(address.zooKeepers(), Optional.ofNullable(address.folder()))
              .withHttpClient(http)
              .withZkConnectTimeout(millis, TimeUnit.MILLISECONDS)
              .withZkClientTimeout(millis, TimeUnit.MILLISECONDS)
              .withParallelUpdates(true)
              // Another node would pass photos on to a leader, and can lose some where that one
              // dies; so a request fails while a shard has none, and is made again.
              .sendDirectUpdatesToShardLeadersOnly()
              .withCollectionCacheTtl(STATE_SECONDS, TimeUnit.SECONDS)
              .build();
      if (client.getClusterStateProvider().getLiveNodes().isEmpty()) {
        throw new SolrException(SolrException.ErrorCode.SERVER_ERROR, "no node of Solr runs");
      }
      return new PhotoCollection(address, client, http, threads);
    } catch (SolrException e) {
      close(client, http, threads);
      throw new LumiereException(
          "no SolrCloud answers at ZooKeeper "
              + String.join(",", address.zooKeepers())
              + (address.folder() == null ? "" : address.folder())
              + ": start it, or one to try by 'lumiere cluster start' ("
              + e.getMessage()
              + ")",
          e);
    }
  }

  /** Where it is. */
  public CollectionAddress address() {
    return address;
  }

  /** SolrJ's client; the collection's name goes with each request. */
  public CloudSolrClient client() {
    return client;
  }

  /** Makes a request to one node, which has this copy of a shard, whatever ZooKeeper says. */
  public NamedList<Object> ask(String nodeUrl, String copy, SolrRequest<?> request)
      throws IOException, SolrServerException {
    return http.requestWithBaseUrl(nodeUrl, request, copy);
  }

  /** The name of the shard that a photo belongs to. */
  public String shardOf(String id) {
    DocCollection state = require();
    return state.getRouter().getTargetSlice(id, null, null, null, state).getName();
  }

  List<String> shardNames() {
    return require().getActiveSlices().stream().map(Slice::getName).toList();
  }

  /** The copies that lead its shards. */
  public Leaders leaders() {
    return leaders;
  }

  /** Its name. */
  public String name() {
    return address.collection();
  }

  /** Whether it is there. */
  public boolean exists() {
    return state() != null;
  }

  /** How many shards it has. */
  public int shards() {
    return shardNames().size();
  }

  /** How many copies of each photo there are to be: those of the shard that has fewest. */
  public int copies() {
    return require().getActiveSlices().stream()
        .mapToInt(
            shard -> shard.getReplicas(replica -> replica.getType() != Replica.Type.PULL).size())
        .min()
        .orElse(0);
  }

  /**
   * Makes the collection for photos with vectors of these models.
   *
   * <p>Its copies are of the kind TLOG: one of a shard writes segments, and the others take them as
   * they are. Where each wrote its own, as NRT copies do, their graphs of vectors would differ, and
   * the same search would find now this, now that.
   *
   * @param copies of each shard
   */
  public void create(IndexMetadata metadata, int shards, int copies) {
    create(metadata, Map.of(), shards, copies);
  }

  /**
   * As {@link #create(IndexMetadata, int, int)}.
   *
   * @param more what the collection says of itself besides
   */
  public void create(IndexMetadata metadata, Map<String, String> more, int shards, int copies) {
    String configset = "lumiere-" + name();
    asked(
        "make",
        () -> {
          upload(configset, Configset.of(metadata, more));
          return CollectionAdminRequest.createCollection(name(), configset, shards, 0, copies, 0)
              .process(client);
        });
  }

  private void upload(String name, Configset configset) throws IOException, SolrServerException {
    Path zip = Files.createTempFile("lumiere-configset", ".zip");
    try {
      Files.write(zip, configset.zip());
      ConfigSetAdminRequest.Upload upload = new ConfigSetAdminRequest.Upload();
      upload.setConfigSetName(name);
      upload.setUploadFile(zip, "application/zip");
      upload.setOverwrite(true);
      upload.process(client);
    } finally {
      Files.deleteIfExists(zip);
    }
  }

  /**
   * What the collection says of itself: whose vectors it holds, and the archive.
   *
   * @throws LumiereException if it is not there, or not made by Lumiere, or by another version
   */
  public IndexMetadata metadata() {
    return UnfitCollection.metadata(userData(), address);
  }

  /**
   * What is wrong with the collection as a whole, so that no search of it can succeed: it is not
   * there, or not one that {@link #metadata} reads. Null where nothing is, or ZooKeeper does not
   * say it soon.
   */
  public @Nullable LumiereException unfit() {
    try {
      PromptAnswer.of(threads, this::metadata);
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof LumiereException known && known.fault() != Fault.OTHER
          ? known
          : null;
    } catch (TimeoutException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  /** All that the collection says of itself, as the commit of a directory does. */
  public Map<String, String> userData() {
    return Configset.userData(file(Configset.METADATA), address.toString());
  }

  /** A file of the configset. */
  private String file(String name) {
    String path = "/configs/" + require().getConfigName() + "/" + name;
    try {
      return new String(zooKeeper().getData(path, null, null), StandardCharsets.UTF_8);
    } catch (KeeperException.NoNodeException e) {
      throw UnfitCollection.notOurs(address, e);
    } catch (KeeperException e) {
      throw new PassingException("ZooKeeper cannot be read: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while reading " + path, e);
    }
  }

  /** What the collection says of itself from now on, in place of {@link #userData}. */
  public void describe(Map<String, String> data) {
    upload(Configset.METADATA, Configset.properties(data));
  }

  /** Makes the fields for vectors of these models where they are not there yet. */
  public void addFields(List<IndexedModel> models) {
    String schema = file(Configset.SCHEMA);
    String more = Configset.withModels(schema, models);
    if (!more.equals(schema)) {
      upload(Configset.SCHEMA, more);
    }
    // Who made them before may have failed behind that: a model is named when its field is there.
    if (!metadata().models().all().containsAll(models)) {
      asked("reload", () -> CollectionAdminRequest.reloadCollection(name()).process(client));
    }
  }

  private void upload(String name, String text) {
    String configset = require().getConfigName();
    asked(
        "describe",
        () -> {
          Path file = Files.createTempFile("lumiere", null);
          try {
            Files.writeString(file, text);
            ConfigSetAdminRequest.Upload upload = new ConfigSetAdminRequest.Upload();
            upload.setConfigSetName(configset);
            upload.setUploadFile(file, "text/plain");
            upload.setFilePath(name);
            upload.setOverwrite(true);
            upload.setCleanup(false);
            return upload.process(client);
          } finally {
            Files.deleteIfExists(file);
          }
        });
  }

  /** The ZooKeeper of the SolrCloud. */
  public SolrZkClient zooKeeper() {
    return ((ZkClientClusterStateProvider) client.getClusterStateProvider())
        .getZkStateReader()
        .getZkClient();
  }

  /** Makes all that was sent visible to searches. */
  public void commit() {
    asked(
        "commit to",
        () -> {
          tryCommit();
          return this;
        });
  }

  /** As {@link #commit}. Who asks makes the request again where a node fails. */
  public void tryCommit() throws SolrServerException {
    leaders.commit();
  }

  /** How many photos it has, as searches see them. */
  public long count() {
    return asked("count the photos of", () -> tryCount(new SolrQuery("*:*")));
  }

  /** Which of its nodes and shards run. */
  public CollectionHealth health() {
    return new CollectionHealth(name(), client.getClusterStateProvider(), threads);
  }

  /** Threads for requests that are waited for no longer than need be; they end with this. */
  public ExecutorService threads() {
    return threads;
  }

  /**
   * Asks the nodes that lead the shards, and no others: those take some seconds to have what is
   * new. Who asks makes the request again where a node fails.
   */
  public QueryResponse tryQuery(SolrQuery query) throws IOException, SolrServerException {
    query.set("shards", leaders.addresses());
    return client.query(name(), query, SolrRequest.METHOD.POST);
  }

  /** How many photos a query finds, as {@link #tryQuery}. */
  public long tryCount(SolrQuery query) throws IOException, SolrServerException {
    return tryQuery(query.setRows(0)).getResults().getNumFound();
  }

  @Override
  public void close() {
    close(client, http, threads);
  }

  private static Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name("lumiere-solr").unstarted(work);
  }

  private DocCollection require() {
    DocCollection state = state();
    if (state == null) {
      throw UnfitCollection.missing(address);
    }
    return state;
  }

  private @Nullable DocCollection state() {
    try {
      return client.getClusterStateProvider().getClusterState().getCollectionOrNull(name());
    } catch (SolrException e) {
      throw new PassingException(
          "ZooKeeper does not say where the shards of collection "
              + address
              + " are: "
              + SolrFailure.reason(e),
          e);
    }
  }

  /** A request to Solr. */
  @FunctionalInterface
  private interface Asked<T> {
    T get() throws IOException, SolrServerException;
  }

  private <T> T asked(String what, Asked<T> request) {
    try {
      return request.get();
    } catch (IOException | SolrServerException | SolrException e) {
      String message =
          "Solr cannot " + what + " collection " + address + ": " + SolrFailure.reason(e);
      throw SolrFailure.isFinal(e)
          ? new LumiereException(message, e)
          : new PassingException(message, e);
    }
  }

  private static void close(
      @Nullable CloudSolrClient client, HttpJdkSolrClient http, ExecutorService threads) {
    try (http) {
      if (client != null) {
        client.close();
      }
    } catch (IOException e) {
      // Nothing is left to do with it.
    }
    threads.shutdown();
  }
}

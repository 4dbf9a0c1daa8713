package io.lumiere.bench.cluster;

import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.query.ShardProtocol;
import io.lumiere.query.ShardQuestion;
import io.lumiere.query.ShardResult;
import io.lumiere.query.SharedRequest;
import io.lumiere.query.SharedSearch;
import io.lumiere.query.StagedAnswers;
import io.lumiere.query.StagedAnswers.Stage;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.solr.client.solrj.SolrRequest;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.impl.HttpJdkSolrClient;
import org.apache.solr.client.solrj.request.QueryRequest;
import org.apache.solr.common.cloud.DocCollection;
import org.apache.solr.common.cloud.Replica;
import org.apache.solr.common.cloud.Slice;
import org.apache.solr.common.params.ModifiableSolrParams;
import org.jspecify.annotations.Nullable;

/**
 * The shards of a collection, asked stage by stage from here, one shard after the other: so the
 * time of each stage in each shard is known, which no answer of Solr says. It does what the node
 * does that is asked for all shards ({@code StagedSearch} of module {@code solr}, which is built
 * with another Lucene and so not on this class path). Thread-safe.
 */
final class ShardStages implements SharedSearch.Directories, Closeable {
  private static final List<Stage> STAGES = List.of(Stage.values());

  private final IndexedModel model;
  private final List<Shard> shards = new ArrayList<>();
  private final Map<String, HttpJdkSolrClient> nodes = new TreeMap<>();
  // SolrJ's own threads are four, and four requests at a time may wait for each other forever.
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<double[]> visits = Collections.synchronizedList(new ArrayList<>());
  private volatile @Nullable Visit last;

  private record Shard(HttpJdkSolrClient node, String core) {}

  ShardStages(PhotoCollection collection, IndexedModel model) {
    this.model = model;
    DocCollection state =
        collection
            .client()
            .getClusterStateProvider()
            .getClusterState()
            .getCollectionOrNull(collection.name());
    for (Slice slice : Objects.requireNonNull(state, "the collection").getActiveSlices()) {
      Replica leader = slice.getLeader();
      shards.add(
          new Shard(nodes.computeIfAbsent(leader.getBaseUrl(), this::node), leader.getCoreName()));
    }
  }

  private HttpJdkSolrClient node(String url) {
    return new HttpJdkSolrClient.Builder(url).withExecutor(threads).useHttp1_1(true).build();
  }

  /** The names of the stages, in the order of the times of {@link #visits}. */
  static List<String> stages() {
    return STAGES.stream().map(stage -> stage.name().toLowerCase(Locale.ROOT)).toList();
  }

  /**
   * Of each request in each shard the milliseconds of its stages, 0 of those that it does not need.
   */
  List<double[]> visits() {
    return List.copyOf(visits);
  }

  /** How many bytes a shard's answers have, to the last request, stage by stage. */
  List<Long> answerBytes() {
    Visit visit = Objects.requireNonNull(last, "a request before");
    return STAGES.stream().map(visit::bytesAShard).toList();
  }

  /** Forgets what was measured. */
  void clear() {
    visits.clear();
  }

  @Override
  public SharedSearch.Answers ask(SharedRequest request) {
    Visit visit = new Visit(request);
    for (Stage stage : STAGES) {
      if (visit.known.needs(stage)) {
        visit.ask(stage);
      }
    }
    visit.said = visit.known.said();
    visits.addAll(Arrays.asList(visit.millis));
    last = visit;
    return new SharedSearch.Answers(visit.said.stream().map(ShardResult::of).toList(), null);
  }

  @Override
  public SharedSearch.Said ask(SharedRequest request, ShardQuestion question) {
    throw new UnsupportedOperationException(
        "no request of the bench compares hits, or names a photo");
  }

  /**
   * How long it takes to put together what so many shards answer, the last request's answers
   * {@linkplain DealtAnswers dealt} among them. Milliseconds.
   */
  double mergeMillis(int count) {
    Visit visit = Objects.requireNonNull(last, "a request before");
    return new DealtAnswers(visit.request, visit.answers, count).mergeMillis();
  }

  @Override
  public void close() throws IOException {
    for (HttpJdkSolrClient node : nodes.values()) {
      node.close();
    }
    threads.shutdown();
  }

  /** One request in all shards. */
  private final class Visit {
    private final SharedRequest request;
    private final StagedAnswers known;
    private final double[][] millis = new double[shards.size()][STAGES.size()];
    private final Map<Stage, List<List<byte[]>>> answers = new EnumMap<>(Stage.class);
    private List<byte[]> said = List.of();

    Visit(SharedRequest request) {
      this.request = request;
      this.known = new StagedAnswers(request, shards.size(), null);
    }

    void ask(Stage stage) {
      ModifiableSolrParams params = params(stage);
      for (int shard : known.asked(stage)) {
        List<byte[]> answer = timed(stage, shard, params);
        answers.computeIfAbsent(stage, unused -> new ArrayList<>()).add(answer);
        known.add(stage, shard, answer);
      }
      known.end(stage);
    }

    private List<byte[]> timed(Stage stage, int shard, ModifiableSolrParams params) {
      long began = System.nanoTime();
      List<byte[]> answer = answer(shards.get(shard), params);
      millis[shard][STAGES.indexOf(stage)] += (System.nanoTime() - began) / 1e6;
      return answer;
    }

    private List<byte[]> answer(Shard shard, ModifiableSolrParams params) {
      QueryRequest asked = new QueryRequest(params, SolrRequest.METHOD.POST);
      asked.setPath(ShardProtocol.HANDLER);
      try {
        Object answer = shard.node().request(asked, shard.core()).get(ShardProtocol.ANSWER);
        return ((List<?>) Objects.requireNonNull(answer, "an answer of a shard"))
            .stream().map(byte[].class::cast).toList();
      } catch (IOException | SolrServerException e) {
        throw new IllegalStateException("shard " + shard.core() + " does not answer", e);
      }
    }

    private ModifiableSolrParams params(Stage stage) {
      ModifiableSolrParams params = new ModifiableSolrParams();
      request
          .parameters()
          .forEach((name, values) ->
              params.set(ShardProtocol.PREFIX + name, values.toArray(String[]::new)));
      params.set(ShardProtocol.MODEL, model.field());
      params.set(ShardProtocol.STAGE, stage.name());
      params.set("distrib", false);
      Integer first = known.first(stage);
      if (first != null) {
        params.set(ShardProtocol.FIRST, first);
      }
      StatisticsSums sums = known.sums();
      if (sums != null) {
        params.set(ShardProtocol.STATISTICS, text(sums.toBytes()));
      }
      List<LegWindow> windows = known.windows();
      if (windows != null) {
        params.set(
            ShardProtocol.WINDOW,
            windows.stream().map(window -> text(window.toBytes())).toArray(String[]::new));
      }
      CutoffReport cut = known.cut();
      if (cut != null) {
        params.set(
            ShardProtocol.CUT,
            "%s %d %d %s %s"
                .formatted(cut.outcome(), cut.kept(), cut.dropped(), cut.above(), cut.below()));
      }
      return params;
    }

    long bytesAShard(Stage stage) {
      return answers.getOrDefault(stage, List.of()).stream()
              .flatMap(List::stream)
              .mapToLong(bytes -> bytes.length)
              .sum()
          / shards.size();
    }

    private static String text(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }
}

package io.lumiere.bench.cluster;

import io.lumiere.bench.cluster.ClusterRequests.Kind;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.search.CollectionShards;
import io.lumiere.query.Calibration;
import io.lumiere.query.Hit;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import io.lumiere.query.SharedSearch;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Searches of a directory and of collections with the same photos, in turn, and visits of the
 * collections' shards stage by stage. One or several clients search at a time. Each measurement
 * gives its samples as lines for a file, those that go on in rounds after each round, so that one
 * that is stopped has what it measured until then. Not thread-safe.
 */
final class ClusterSearches {
  private static final int[] CLIENTS = {1, 4};

  /** Rounds that are not counted, while Java compiles. */
  private static final int WARM_UPS = 2;

  private static final int MOST_ROUNDS = 200;

  /** Searches of a kind in a round. */
  private static final int REQUESTS = 20;

  /** Searches of a kind whose hits are compared. */
  private static final int COMPARED = 100;

  /** Visits of shards in a round: a collection of four is asked for a fourth as often as one. */
  private static final int VISITS = 40;

  /** Of how many shards answers are put together. */
  private static final int[] MERGES = {1, 10, 100, 1_000};

  private final ClusterRequests requests;
  private final PhotoSearch directory;
  private final Map<Integer, PhotoCollection> collections;
  private final Duration most;

  /**
   * One thing that is measured again and again.
   *
   * @param shards in which it is done; 0 for the directory
   * @param clients that search at a time
   */
  private record Case(Kind kind, int shards, int clients) {
    Map<String, Object> line(String what, String name, Object value) {
      return Map.of(
          "what", what, "kind", kind.title(), "shards", shards, "clients", clients, name, value);
    }
  }

  /**
   * Searches.
   *
   * @param collections by the number of their shards
   * @param most how long searches are measured, and stages
   */
  ClusterSearches(
      ClusterRequests requests,
      PhotoSearch directory,
      Map<Integer, PhotoCollection> collections,
      Duration most) {
    this.requests = requests;
    this.directory = directory;
    this.collections = collections;
    this.most = most;
  }

  private SharedSearch shared(int shards, Function<PhotoCollection, SharedSearch.Directories> by) {
    PhotoCollection collection = Objects.requireNonNull(collections.get(shards));
    return new SharedSearch(
        by.apply(collection), collection.metadata(), model(), null, Calibration.DEFAULT);
  }

  private IndexedModel model() {
    return directory.model();
  }

  /** The directory as 0 shards, and the collections. */
  private Map<Integer, Function<SearchRequest, SearchResult>> places() {
    Map<Integer, Function<SearchRequest, SearchResult>> places = new LinkedHashMap<>();
    places.put(0, directory::search);
    for (int shards : collections.keySet()) {
      SharedSearch search = shared(shards, found -> new CollectionShards(found, model()));
      places.put(shards, search::search);
    }
    return places;
  }

  /** Which part of the directory's hits the shards find: all, unless a graph is walked. */
  List<Map<String, Object>> compareHits() {
    Map<Integer, Function<SearchRequest, SearchResult>> places = places();
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      List<SearchRequest> asked = requests.next(kind, COMPARED);
      for (int shards : collections.keySet()) {
        Function<SearchRequest, SearchResult> place = Objects.requireNonNull(places.get(shards));
        lines.add(new Case(kind, shards, 1).line("overlap", "part", overlap(asked, place)));
      }
    }
    return lines;
  }

  private double overlap(List<SearchRequest> asked, Function<SearchRequest, SearchResult> place) {
    int all = 0;
    int same = 0;
    for (SearchRequest request : asked) {
      List<String> expected = ids(directory.search(request));
      List<String> found = ids(place.apply(request));
      all += expected.size();
      same += (int) expected.stream().filter(found::contains).count();
    }
    return (double) same / all;
  }

  private static List<String> ids(SearchResult result) {
    return result.hits().stream().map(Hit::photo).map(photo -> photo.id()).toList();
  }

  /** Takes the samples so far. */
  interface Samples {
    void keep(List<Map<String, Object>> lines) throws IOException;
  }

  /** How long searches take, from the request to the result. */
  void search(Samples kept) throws Exception {
    Map<Integer, Function<SearchRequest, SearchResult>> places = places();
    List<Integer> order = new ArrayList<>(places.keySet());
    Map<Case, List<Double>> samples = new LinkedHashMap<>();
    long began = System.nanoTime();
    for (int round = -WARM_UPS; goesOn(round, began); round++) {
      began = round <= 0 ? System.nanoTime() : began;
      Collections.rotate(order, 1);
      for (int clients : CLIENTS) {
        for (Kind kind : Kind.values()) {
          List<SearchRequest> asked = requests.next(kind, REQUESTS);
          for (int shards : order) {
            double[] millis = times(Objects.requireNonNull(places.get(shards)), asked, clients);
            if (round >= 0) {
              add(samples, new Case(kind, shards, clients), boxed(millis));
            }
          }
        }
      }
      if (round >= 0) {
        List<Map<String, Object>> lines = new ArrayList<>();
        samples.forEach((of, millis) -> lines.add(of.line("search", "ms", millis)));
        kept.keep(lines);
      }
    }
  }

  private static <K, T> void add(Map<K, List<T>> samples, K of, List<T> more) {
    samples.computeIfAbsent(of, unused -> new ArrayList<>()).addAll(more);
  }

  /** To a tenth of a microsecond. */
  private static List<Double> boxed(double[] millis) {
    return Arrays.stream(millis).mapToObj(value -> Math.round(value * 10_000) / 10_000.0).toList();
  }

  /** Rounds that are not counted take their time besides. */
  private boolean goesOn(int round, long began) {
    return round < 1 || (round < MOST_ROUNDS && System.nanoTime() - began < most.toNanos());
  }

  /** Each client takes every n-th request. */
  private static double[] times(
      Function<SearchRequest, SearchResult> search, List<SearchRequest> requests, int clients)
      throws Exception {
    double[] millis = new double[requests.size()];
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Future<?>> running = new ArrayList<>();
      for (int client = 0; client < clients; client++) {
        int first = client;
        running.add(
            pool.submit(() -> {
              for (int i = first; i < millis.length; i += clients) {
                long began = System.nanoTime();
                SearchResult unused = search.apply(requests.get(i));
                millis[i] = (System.nanoTime() - began) / 1e6;
              }
            }));
      }
      for (Future<?> client : running) {
        client.get();
      }
    }
    return millis;
  }

  /**
   * How long each stage takes in a shard that is asked alone, and how long it takes to put together
   * what many shards answer.
   */
  void visit(Samples kept) throws Exception {
    Map<Integer, ShardStages> stages = new LinkedHashMap<>();
    Visits visits = new Visits();
    try {
      collections.forEach(
          (shards, collection) -> stages.put(shards, new ShardStages(collection, model())));
      long began = System.nanoTime();
      for (int round = -WARM_UPS; goesOn(round, began); round++) {
        began = round <= 0 ? System.nanoTime() : began;
        for (Case of : cases(stages.keySet())) {
          ShardStages asked = Objects.requireNonNull(stages.get(of.shards));
          List<List<Double>> millis = visit(of, asked);
          if (round >= 0) {
            visits.add(of, millis, asked);
            if (of.shards == Collections.max(stages.keySet())) {
              merge(of, asked, visits.merges);
            }
          }
        }
        if (round >= 0) {
          kept.keep(visits.lines(directory.stats().photos()));
        }
      }
    } finally {
      for (ShardStages asked : stages.values()) {
        asked.close();
      }
    }
  }

  /** What was measured of visits. */
  private static final class Visits {
    private final Map<Case, List<List<Double>>> millis = new LinkedHashMap<>();
    private final Map<Case, List<Long>> bytes = new LinkedHashMap<>();
    private final Map<Integer, List<Double>> merges = new LinkedHashMap<>();

    void add(Case of, List<List<Double>> more, ShardStages asked) {
      ClusterSearches.add(millis, of, more);
      bytes.put(of, asked.answerBytes());
    }

    List<Map<String, Object>> lines(int photos) {
      List<Map<String, Object>> lines = new ArrayList<>();
      lines.add(Map.of("what", "about", "photos", photos, "stages", ShardStages.stages()));
      millis.forEach((of, each) -> lines.add(of.line("visits", "ms", each)));
      bytes.forEach((of, answers) -> lines.add(of.line("answers", "bytes", answers)));
      merges.forEach(
          (shards, each) -> lines.add(Map.of("what", "merge", "shards", shards, "ms", each)));
      return lines;
    }
  }

  private static List<Case> cases(Collection<Integer> places) {
    List<Case> cases = new ArrayList<>();
    for (int clients : CLIENTS) {
      for (Kind kind : Kind.values()) {
        places.forEach(shards -> cases.add(new Case(kind, shards, clients)));
      }
    }
    return cases;
  }

  private List<List<Double>> visit(Case of, ShardStages stages) throws Exception {
    SharedSearch search = shared(of.shards, unused -> stages);
    stages.clear();
    times(search::search, requests.next(of.kind, VISITS / of.shards), of.clients);
    return stages.visits().stream().map(ClusterSearches::boxed).toList();
  }

  /** Of vector and words alone, which have most to put together. */
  private static void merge(Case of, ShardStages stages, Map<Integer, List<Double>> merges) {
    if (of.kind == Kind.WORDS && of.clients == 1) {
      for (int shards : MERGES) {
        add(merges, shards, List.of(stages.mergeMillis(shards)));
      }
    }
  }
}

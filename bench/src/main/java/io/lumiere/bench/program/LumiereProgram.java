package io.lumiere.bench.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.bench.data.Dataset;
import io.lumiere.query.Hit;
import io.lumiere.query.IndexStats;
import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/**
 * Answers orders, one a line, until the input ends. The orders are those of {@code
 * bench/src/main/python/programs/program.py}: ready, build, open, search; besides, {@code pages}
 * and {@code stats}. Arguments: the folder of the data and the dimension.
 */
public final class LumiereProgram {
  private final ObjectMapper json = new ObjectMapper();
  private final Dataset data;
  private final Searches searches;
  private @Nullable PhotoSearch open;
  private @Nullable NumberSearch numbers;
  private @Nullable Path folder;

  private LumiereProgram(Dataset data) throws IOException {
    this.data = data;
    this.searches = new Searches(data);
  }

  public static void main(String[] args) throws Exception {
    LumiereProgram program =
        new LumiereProgram(new Dataset(Path.of(args[0]), Integer.parseInt(args[1])));
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      System.out.println(program.answer(line));
      System.out.flush();
    }
  }

  private String answer(String line) throws Exception {
    JsonNode order = json.readTree(line);
    ObjectNode answer = json.createObjectNode();
    switch (order.get("do").asText()) {
      case "ready" -> {}
      case "build" ->
          new ArchiveBuilder(data, order.get("photos").asInt())
              .write(
                  Path.of(order.get("folder").asText()),
                  order.get("to").asInt(),
                  order.get("threads").asInt());
      case "open" -> open(Path.of(order.get("folder").asText()));
      case "stats" -> stats(answer);
      case "search" -> search(order, answer);
      case "pages" -> pages(order, answer);
      default -> answer.put("error", "there is no order " + order.get("do").asText());
    }
    return json.writeValueAsString(answer);
  }

  private void open(Path index) throws IOException {
    if (open != null) {
      open.close();
    }
    if (numbers != null) {
      numbers.close();
      numbers = null;
    }
    folder = index;
    open = PhotoSearch.open(index);
  }

  /** Apart from opening, since it looks at all photos, which no search does. */
  private void stats(ObjectNode answer) {
    IndexStats stats = Objects.requireNonNull(open, "an index").stats();
    answer.put("photos", stats.photos());
    answer.put("segments", Objects.requireNonNull(stats.storage()).segments());
  }

  /** Opened when it is first asked for: the time of opening is measured. */
  private synchronized NumberSearch numbers() throws IOException {
    if (numbers == null) {
      numbers = new NumberSearch(Objects.requireNonNull(folder, "an index"));
    }
    return numbers;
  }

  /** What a search found. */
  private interface Found {
    /** The ids of photos, the nearest first. */
    List<String> ids() throws IOException;
  }

  /** Searches on as many threads as the order says; each takes every n-th query. */
  private void search(JsonNode order, ObjectNode answer) throws Exception {
    int first = order.get("from").asInt();
    int count = order.get("to").asInt() - first;
    int threads = order.path("threads").asInt(1);
    long[] nanos = new long[count];
    long[] processor = new long[count];
    Found[] found = new Found[count];
    long began = System.nanoTime();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<?>> running =
          IntStream.range(0, threads)
              .<Future<?>>mapToObj(thread ->
                  pool.submit(() -> {
                    for (int i = thread; i < count; i += threads) {
                      long worked = threads().getCurrentThreadCpuTime();
                      long started = System.nanoTime();
                      found[i] = found(order, first + i);
                      nanos[i] = System.nanoTime() - started;
                      processor[i] = threads().getCurrentThreadCpuTime() - worked;
                    }
                    return null;
                  }))
              .toList();
      for (Future<?> thread : running) {
        thread.get();
      }
    }
    answer.put("wall", System.nanoTime() - began);
    ArrayNode times = answer.putArray("ns");
    ArrayNode work = answer.putArray("cpu");
    ArrayNode rows = answer.putArray("ids");
    for (int i = 0; i < count; i++) {
      times.add(nanos[i]);
      work.add(processor[i]);
      ArrayNode hits = rows.addArray();
      found[i].ids().forEach(id -> hits.add(row(id)));
    }
  }

  /** Hits with all that is stored of photos, or as numbers where the order says so. */
  private Found found(JsonNode order, int number) throws IOException {
    if (!order.path("numbers").asBoolean()) {
      List<Hit> hits = search(order, number).hits();
      return () -> hits.stream().map(hit -> hit.photo().id()).toList();
    }
    NumberSearch opened = numbers();
    ScoreDoc[] hits =
        opened.nearest(
            searches.vector(order.get("kind").asText(), number),
            Searches.atRandom(order.path("filter").asText("all")),
            order.get("k").asInt());
    return () -> {
      List<String> ids = new ArrayList<>();
      for (ScoreDoc hit : hits) {
        ids.add(opened.id(hit.doc));
      }
      return ids;
    };
  }

  private SearchResult search(JsonNode order, int number) {
    SearchRequest request =
        searches.request(
            order.get("kind").asText(),
            number,
            order.path("filter").asText("all"),
            order.get("k").asInt(),
            order.path("effort").asInt(0));
    return Objects.requireNonNull(open, "an index").search(request);
  }

  private static ThreadMXBean threads() {
    return ManagementFactory.getThreadMXBean();
  }

  private static int row(String id) {
    return Integer.parseInt(id.substring("id-".length()));
  }

  /** The pages of all photos, newest first, one after the other: each one's time. */
  private void pages(JsonNode order, ObjectNode answer) {
    ArrayNode times = answer.putArray("ns");
    PageToken next = null;
    for (int page = 0; page < order.get("pages").asInt(); page++) {
      var request =
          SearchRequest.builder().sort(SearchRequest.Sort.NEWEST).limit(order.get("k").asInt());
      long started = System.nanoTime();
      SearchResult result =
          Objects.requireNonNull(open, "an index")
              .search((next == null ? request : request.after(next)).build());
      times.add(System.nanoTime() - started);
      next = result.next();
      if (next == null) {
        break;
      }
    }
  }
}

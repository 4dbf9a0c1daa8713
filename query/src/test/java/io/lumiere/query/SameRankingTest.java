package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.HybridRun;
import io.lumiere.query.hybrid.LegScores;
import io.lumiere.query.hybrid.LegWindow;
import io.lumiere.query.statistics.StatisticsSums;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.SortKeys;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same photos give the same results, scores bit for bit, in whatever order and segments they
 * are written, and into however many directories they are cut.
 */
class SameRankingTest {
  private static final float ALIKE = 0.995f;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private SamePhotos photos;

  SameRankingTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    TestArchive first = archive();
    new ArrangedPhotos(random, first, 20 + random.nextInt(150));
    photos = new SamePhotos(first);
    // No failures, which are documents, too.
    archives.clear();
    first.close();
    photos.writeTo(List.of(archive()), random);
  }

  @AfterEach
  void close() throws IOException {
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  private TestArchive archive() throws IOException {
    archives.add(new TestArchive(folder.resolve("a" + System.nanoTime())));
    return archives.getLast();
  }

  /** A hit, as far as it does not depend on where it stands in the index. */
  private record Found(
      int rank, String id, float score, Float similarity, List<?> legs, List<String> alike) {
    static Found of(Hit hit) {
      return new Found(
          hit.rank(), hit.photo().id(), hit.score(), hit.similarity(), hit.legs(), hit.alike());
    }
  }

  /** By relevance, each hit on its own. */
  private static List<Supplier<SearchRequestBuilder>> ranked() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (Fusion fusion :
        List.of(Fusion.reciprocalRank(), Fusion.weightedSum(), Fusion.probabilisticSum())) {
      for (int window : new int[] {3, 10, 2_000}) {
        for (String text : List.of("a dog", "dog at the beach", "do*", "\"a dog\" sunset")) {
          requests.add(() ->
              SearchRequest.builder()
                  .text(text)
                  .limit(3)
                  .cutoff(Cutoff.none())
                  .ranking(ranking -> ranking.fusion(fusion).window(window)));
        }
      }
    }
    requests.add(() -> SearchRequest.builder().text("dog").cutoff(Cutoff.automatic()));
    requests.add(() -> SearchRequest.builder().text("dog").year(2020).cutoff(Cutoff.none()));
    requests.add(() -> SearchRequest.builder().text("beach").minScore(0.2f));
    return requests;
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = ranked();
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      requests.add(() -> SearchRequest.builder().text("a dog").sort(sort).seed(5));
      requests.add(() -> SearchRequest.builder().year(2021).sort(sort).seed(5));
    }
    requests.add(() -> SearchRequest.builder().text("dog").collapse(ALIKE));
    requests.add(() -> SearchRequest.builder().text("dog").diversify(0.4));
    requests.add(() -> SearchRequest.builder().text("dog").group(GroupBy.PLACE, 3).collapse(ALIKE));
    requests.add(() -> SearchRequest.builder().text("dog").facets(Facet.YEAR, Facet.CITY));
    return requests;
  }

  private static List<Object> results(PhotoSearch search, Supplier<SearchRequestBuilder> request) {
    List<Object> results = new ArrayList<>();
    PageToken next = null;
    do {
      SearchRequestBuilder page = request.get().likely(true);
      SearchResult result = search.search(next == null ? page.build() : page.after(next).build());
      results.add(result.hits().stream().map(Found::of).toList());
      results.add(result.total());
      results.add(result.facets().toString());
      results.add(String.valueOf(result.likely()));
      results.add(String.valueOf(result.next()));
      next = result.next();
    } while (next != null);
    return results;
  }

  @Test
  void howPhotosAreWrittenDoesNotMatter() throws IOException {
    photos.writeTo(List.of(archive()), random);
    photos.writeTo(List.of(archive()), random);
    List<List<List<Object>>> all = new ArrayList<>();
    List<Supplier<SearchRequestBuilder>> requests = requests();
    for (TestArchive archive : archives) {
      try (PhotoSearch search =
          PhotoSearch.open(archive.folder(), TestArchive.MODEL, TestArchive::encode)) {
        all.add(requests.stream().map(request -> results(search, request)).toList());
      }
    }
    for (int i = 0; i < requests.size(); i++) {
      for (List<List<Object>> other : all) {
        assertThat(other.get(i))
            .as("request %s, seed %s", i, seed)
            .isEqualTo(all.getFirst().get(i));
      }
    }
  }

  @Test
  void severalDirectoriesRankAsOne() throws IOException {
    List<List<TestArchive>> cuts =
        List.of(
            List.of(archive()),
            List.of(archive(), archive()),
            List.of(archive(), archive(), archive(), archive()));
    for (List<TestArchive> cut : cuts) {
      photos.writeTo(cut, random);
    }
    try (PhotoSearch search =
        PhotoSearch.open(archives.getFirst().folder(), TestArchive.MODEL, TestArchive::encode)) {
      for (Supplier<SearchRequestBuilder> request : ranked()) {
        SearchRequest plain = request.get().build();
        List<String> alone = new ArrayList<>();
        PageToken next = null;
        do {
          SearchRequestBuilder page = request.get().likely(true);
          SearchResult result =
              search.search(next == null ? page.build() : page.after(next).build());
          result
              .hits()
              .forEach(hit -> alone.add(hit.photo().id() + " " + hit.score() + " " + hit.legs()));
          next = result.next();
        } while (next != null);
        for (List<TestArchive> cut : cuts) {
          assertThat(together(cut, request))
              .as("%s in %s, seed %s", plain.target().text, cut.size(), seed)
              .isEqualTo(alone);
        }
      }
    }
  }

  /** The stages, as several machines would run them. */
  private static List<String> together(List<TestArchive> cut, Supplier<SearchRequestBuilder> asked)
      throws IOException {
    IndexedModel model = IndexModels.of(TestArchive.MODEL).expect("test", "test");
    SearchRequest request = asked.get().build();
    SharedRequest shared =
        SharedRequest.read(
            SharedRequest.of(
                    request,
                    new Directions(TestArchive::encode, Calibration.DEFAULT, model),
                    name -> null)
                .parameters());
    List<DirectoryReader> readers = new ArrayList<>();
    List<ShardSearch> shards = new ArrayList<>();
    for (TestArchive archive : cut) {
      readers.add(archive.reader());
      shards.add(
          new ShardSearch(
              shared,
              new IndexSearcher(readers.getLast()),
              new IndexMetadata(TestArchive.MODEL, "/archive"),
              model));
    }
    List<StatisticsSums> answers = new ArrayList<>();
    for (ShardSearch shard : shards) {
      answers.add(StatisticsSums.of(shard.statistics().toBytes()));
    }
    StatisticsSums sums = StatisticsSums.of(answers);
    List<HybridRun> runs = new ArrayList<>();
    List<List<LegScores>> scores = new ArrayList<>();
    int window = 0;
    for (ShardSearch shard : shards) {
      HybridQuery query = (HybridQuery) shard.query(sums);
      window = query.window();
      runs.add(query.start(shard.searcher(sums)));
      scores.add(runs.getLast().legScores());
    }
    List<LegWindow> windows = new ArrayList<>();
    for (int i = 0; i < scores.getFirst().size(); i++) {
      int leg = i;
      windows.add(LegWindow.of(scores.stream().map(all -> all.get(leg)).toList(), window));
    }
    List<FusedQuery> fused = new ArrayList<>();
    for (HybridRun run : runs) {
      fused.add(run.fused(windows));
    }
    CutoffReport report =
        FusedScores.merged(fused.stream().map(FusedQuery::fusedScores).toList())
            .cutoff(request.cutoff());
    record Scored(String text, float score, long tie) {}
    List<Scored> found = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      FusedQuery kept = report == null ? fused.get(i) : fused.get(i).cut(report);
      IndexSearcher searcher = shards.get(i).searcher(sums);
      for (ScoreDoc hit : searcher.search(kept, 1_000).scoreDocs) {
        String id = PhotoDocuments.fromDocument(searcher.storedFields().document(hit.doc)).id();
        found.add(
            new Scored(
                id + " " + hit.score + " " + kept.shares(hit.doc), hit.score, SortKeys.idHash(id)));
      }
    }
    IOUtils.close(readers);
    return found.stream()
        .sorted(
            Comparator.comparingDouble((Scored hit) -> -hit.score()).thenComparingLong(Scored::tie))
        .map(Scored::text)
        .toList();
  }
}

package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rankings that a caller brings, and hybrid queries over more than one archive. */
class CallersLegsTest {
  private static final Scale AS_IT_IS = new Scale.Linear(0, 1);

  @TempDir Path folder;
  private TestArchive archive;
  private PhotoSearch search;

  @BeforeEach
  void open() throws IOException {
    archive = new TestArchive(folder.resolve("one"));
    archive.addFailure("broken.jpg", "the file is empty");
    Camera unknown = Camera.UNKNOWN;
    archive.add("old/beach.jpg", "2001-07-01T12:00", unknown, titled("Old pier"), 0, 1, 0, 0);
    archive.add("new/beach.jpg", "2021-07-01T12:00", unknown, titled("New pier"), 0, 1, 0, 0);
    archive.add("new/dog.jpg", "2021-07-02T12:00", unknown, titled("Rex"), 0, 0, 0, 1);
    archive.add("undated.jpg", 1, 0, 0, 0);
    archive.commit();
    search = PhotoSearch.open(folder.resolve("one"), TestArchive.MODEL, TestArchive::encode);
  }

  @AfterEach
  void close() throws IOException {
    search.close();
    archive.close();
  }

  private static Caption titled(String title) {
    return Caption.builder().title(title).build();
  }

  /** 1 at the moment, half of that 30 days before and after. */
  private static Query near(String moment) {
    long millis = LocalDateTime.parse(moment).toInstant(ZoneOffset.UTC).toEpochMilli();
    return LongField.newDistanceFeatureQuery(
        Fields.TAKEN, 1, millis, Duration.ofDays(30).toMillis());
  }

  private List<String> paths(SearchRequestBuilder request) {
    return paths(search.search(request.build()).hits().stream());
  }

  private static List<String> paths(Stream<Hit> hits) {
    return hits.map(hit -> hit.photo().file().path()).toList();
  }

  @Test
  void aLegRanksAlone() {
    SearchRequestBuilder request =
        SearchRequest.builder()
            .ranking(ranking -> ranking.leg("recent", near("2021-07-02T12:00"), 1, AS_IT_IS));
    assertThat(paths(request)).containsExactly("new/dog.jpg", "new/beach.jpg", "old/beach.jpg");
    SearchResult result = search.search(request.build());
    assertThat(result.total()).isEqualTo(3);
    assertThat(result.hits().getFirst().score()).isEqualTo(1);
    assertThat(result.hits().getFirst().similarity()).isNull();
    assertThat(result.hits().get(1).legs())
        .singleElement()
        .satisfies(leg -> {
          assertThat(leg.leg()).isEqualTo("recent");
          assertThat(leg.rank()).isEqualTo(2);
          assertThat(leg.share()).isBetween(0.9f, 0.99f);
        });
  }

  @Test
  void aLegJoinsWhatElseIsSearchedFor() {
    SearchRequestBuilder beach = SearchRequest.builder().text("beach").minScore(0.3f);
    assertThat(
            paths(
                beach.ranking(
                    ranking -> ranking.leg("recent", near("2001-07-01T12:00"), 0.5f, AS_IT_IS))))
        .startsWith("old/beach.jpg", "new/beach.jpg");
    beach = SearchRequest.builder().text("beach");
    SearchResult result =
        search.search(
            beach
                .ranking(ranking -> ranking.leg("recent", near("2021-07-01T12:00"), 0.5f, AS_IT_IS))
                .build());
    assertThat(paths(result.hits().stream())).startsWith("new/beach.jpg");
    assertThat(result.hits().getFirst().legs())
        .extracting(LegShare::leg)
        .containsExactly("vector", "words", "name", "recent");
    assertThat(result.hits().getFirst().similarity()).isNotNull();
  }

  @Test
  void legsObeyFiltersAndNeverFindFailures() {
    assertThat(
            paths(
                SearchRequest.builder()
                    .ranking(
                        ranking -> ranking.leg("all", MatchAllDocsQuery.INSTANCE, 1, AS_IT_IS))))
        .hasSize(4)
        .doesNotContain("broken.jpg");
    assertThat(
            paths(
                SearchRequest.builder()
                    .year(2001)
                    .ranking(
                        ranking -> ranking.leg("all", MatchAllDocsQuery.INSTANCE, 1, AS_IT_IS))))
        .containsExactly("old/beach.jpg");
  }

  @Test
  void pagesOfALegAreWhatOnePageIs() {
    SearchRequestBuilder request =
        SearchRequest.builder()
            .ranking(ranking -> ranking.leg("recent", near("2021-07-02T12:00"), 1, AS_IT_IS))
            .ranking(ranking -> ranking.leg("all", MatchAllDocsQuery.INSTANCE, 0.1f, AS_IT_IS))
            .limit(1);
    List<String> all = paths(search.search(request.limit(10).build()).hits().stream());
    SearchResult page = search.search(request.limit(1).build());
    for (String path : all) {
      assertThat(paths(page.hits().stream())).containsExactly(path);
      if (page.next() != null) {
        page = search.search(request.after(page.next()).build());
      }
    }
    assertThat(page.next()).isNull();
  }

  @Test
  void neighboursAndLikenessOfWordsAreLegs() throws IOException {
    Query nearest = new KnnFloatVectorQuery(Fields.VECTOR, TestArchive.encode("dog"), 1);
    assertThat(
            paths(
                SearchRequest.builder()
                    .ranking(ranking -> ranking.fusion(Fusion.reciprocalRank()))
                    .ranking(ranking -> ranking.leg("nearest", nearest, 1, AS_IT_IS))))
        .containsExactly("new/dog.jpg");
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder.resolve("one")))) {
      MoreLikeThis words = new MoreLikeThis(reader);
      words.setAnalyzer(Words.analyzer());
      words.setMinDocFreq(1);
      words.setMinTermFreq(1);
      Query like = words.like(Fields.TITLE, new StringReader("the old pier"));
      assertThat(
              paths(
                  SearchRequest.builder()
                      .ranking(ranking -> ranking.leg("like", like, 1, Scale.BM25))))
          .containsExactly("old/beach.jpg", "new/beach.jpg");
    }
  }

  @Test
  void aLegThatFindsNothingLeavesTheRest() {
    Query none = new TermQuery(new Term("no_such_field", "x"));
    assertThat(
            paths(
                SearchRequest.builder().ranking(ranking -> ranking.leg("none", none, 1, AS_IT_IS))))
        .isEmpty();
    assertThat(
            paths(
                SearchRequest.builder()
                    .text("dog")
                    .ranking(ranking -> ranking.leg("none", none, 1, AS_IT_IS))))
        .startsWith("new/dog.jpg");
  }

  @Test
  void mistakesAreNamed() {
    Query all = MatchAllDocsQuery.INSTANCE;
    SearchRequestBuilder request =
        SearchRequest.builder().ranking(ranking -> ranking.leg("mine", all, 1, AS_IT_IS));
    assertThatThrownBy(() -> request.ranking(ranking -> ranking.leg("mine", all, 1, AS_IT_IS)))
        .hasMessageContaining("a leg 'mine' already");
    assertThatThrownBy(() -> request.ranking(ranking -> ranking.leg("words", all, 1, AS_IT_IS)))
        .hasMessageContaining("cannot be called 'words'");
    assertThatThrownBy(() -> request.ranking(ranking -> ranking.leg("other", all, 0, AS_IT_IS)))
        .hasMessageContaining("weight of leg 'other' is 0.0, not above 0");
    // Nothing that could move away from something.
    assertThatThrownBy(() -> request.not("dog").build()).hasMessageContaining("'not' needs");
  }

  @Test
  void oneHybridQuerySearchesTwoArchives() throws IOException {
    Path other = folder.resolve("two");
    try (TestArchive second = new TestArchive(other)) {
      second.add("elsewhere/beach.jpg", 0, 1, 0.1f, 0);
      second.add("elsewhere/dog.jpg", 0, 0.1f, 0, 1);
      second.commit();
    }
    try (MultiReader both =
        new MultiReader(
            DirectoryReader.open(FSDirectory.open(folder.resolve("one"))),
            DirectoryReader.open(FSDirectory.open(other)))) {
      IndexSearcher searcher = new IndexSearcher(both);
      Query query =
          new HybridQuery.Builder()
              .vector(Fields.VECTOR, TestArchive.encode("beach"), 1)
              .words("title", new TermQuery(new Term(Fields.TITLE, "old")), 1)
              .build();
      assertThat(Stream.of(searcher.search(query, 3).scoreDocs).map(hit -> path(searcher, hit)))
          .containsExactly("old/beach.jpg", "new/beach.jpg", "elsewhere/beach.jpg");
    }
  }

  private static String path(IndexSearcher searcher, ScoreDoc hit) {
    try {
      return searcher.storedFields().document(hit.doc).get(Fields.PATH);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

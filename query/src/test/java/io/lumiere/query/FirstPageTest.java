package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.schema.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A first page whose hits were found alone is that of the whole window: the same hits, ranks and
 * total, and the next page goes on where it ends.
 */
class FirstPageTest {
  private static final int PHOTOS = 120;
  private static final int WINDOW = 50;

  @TempDir static Path folder;
  private static PhotoSearch search;

  @BeforeAll
  static void index() throws IOException {
    Random random = new Random(3);
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < PHOTOS; i++) {
        // A third are copies of others, which score the same.
        float sunset = i % 3 == 0 ? .5f : random.nextFloat();
        archive.add("p" + i + ".jpg", sunset, i % 3 == 0 ? .5f : random.nextFloat(), .1f, .1f);
      }
      archive.commit();
    }
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  @AfterAll
  static void close() {
    search.close();
  }

  private static SearchResult page(
      float[] vector, int limit, PageToken after, UnaryOperator<SearchRequestBuilder> change) {
    SearchRequestBuilder request =
        SearchRequest.builder()
            .vector(vector)
            .limit(limit)
            .ranking(ranking -> ranking.window(WINDOW))
            .cutoff(Cutoff.none());
    return search.search(change.apply(after == null ? request : request.after(after)).build());
  }

  private static List<String> hits(SearchResult result) {
    return result.hits().stream()
        .map(hit -> hit.rank() + " " + hit.score() + " " + hit.photo().id() + " " + hit.legs())
        .toList();
  }

  @Test
  void pagesAreThoseOfTheWholeWindow() {
    for (String text : TestArchive.THINGS) {
      for (int limit : new int[] {1, 7, 20, 49, 50}) {
        float[] vector = TestArchive.encode(text);
        SearchResult whole = page(vector, WINDOW, null, request -> request.likely(true));
        List<String> paged = new ArrayList<>();
        PageToken next = null;
        do {
          SearchResult page = page(vector, limit, next, request -> request);
          assertThat(page.total()).isEqualTo(whole.total()).isEqualTo(WINDOW);
          paged.addAll(hits(page));
          next = page.next();
        } while (next != null);
        assertThat(paged).as("%s, %s a page", text, limit).isEqualTo(hits(whole));
      }
    }
  }

  @Test
  void whatLooksAtAllHitsSeesThem() {
    float[] vector = TestArchive.encode("sunset");
    SearchResult counted = page(vector, 3, null, request -> request.facets(Facet.TYPE));
    assertThat(counted.facets().getFirst().values().getFirst().count()).isEqualTo(WINDOW);
    assertThat(page(vector, 3, null, request -> request.sort(SearchRequest.Sort.NAME)).total())
        .isEqualTo(WINDOW);
    assertThat(page(vector, 0, null, request -> request).total()).isEqualTo(WINDOW);
    SearchResult few =
        page(
            vector,
            3,
            null,
            request -> request.filter(KeywordField.newExactQuery(Fields.ID, "id of p7.jpg")));
    assertThat(few.total()).isEqualTo(few.hits().size()).isEqualTo(1);
  }

  @Test
  void aFilterIsEvaluatedOnce() {
    for (int passing : new int[] {WINDOW / 2, PHOTOS - 10}) {
      Query[] ids = new Query[passing];
      Arrays.setAll(ids, i -> KeywordField.newExactQuery(Fields.ID, "id of p" + i + ".jpg"));
      CountedFilter filter = new CountedFilter(List.of(ids));
      SearchResult result =
          page(TestArchive.encode("sunset"), 3, null, request -> request.filter(filter));
      assertThat(result.total()).isEqualTo(Math.min(passing, WINDOW));
      assertThat(filter.weights).as("%s pass", passing).isEqualTo(1);
    }
  }

  /** What any of some queries finds; it counts how often it is made ready. */
  private static final class CountedFilter extends SingularQuery {
    private final List<Query> any;
    private int weights;

    CountedFilter(List<Query> any) {
      super("counted");
      this.any = any;
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost)
        throws IOException {
      weights++;
      BooleanQuery.Builder all = new BooleanQuery.Builder();
      any.forEach(one -> all.add(one, Occur.SHOULD));
      return searcher.rewrite(all.build()).createWeight(searcher, mode, boost);
    }
  }
}

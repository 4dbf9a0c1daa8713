package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.SearchRequest.Sort;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Taken;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

/**
 * The newest hits are those of Lucene's whole sort, whether they are found by their dates or not.
 */
class NewestHitsTest {
  private static final int PHOTOS = 24_000;
  private static final org.apache.lucene.search.Sort SORT = new HitOrder(Sort.NEWEST, 0).sort();

  private final Random random;

  NewestHitsTest(@Seeded Random random) {
    this.random = random;
  }

  @Test
  void pagesAreThoseOfAWholeSort() throws IOException {
    IntToLongFunction ascending = n -> n;
    IntToLongFunction descending = n -> -3L * n;
    IntToLongFunction manyEqual = n -> n / 5_000L;
    IntToLongFunction inNoOrder = n -> random.nextLong();
    for (IntToLongFunction dates : List.of(ascending, descending, manyEqual, inNoOrder)) {
      for (double dated : new double[] {1, .9, .01}) {
        checkPages(dates, dated);
      }
    }
  }

  private void checkPages(IntToLongFunction dates, double dated) throws IOException {
    try (Directory directory = written(dates, dated);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      List<Query> filters =
          List.of(
              MatchAllDocsQuery.INSTANCE,
              IntField.newRangeQuery("n", 0, PHOTOS / 2),
              IntField.newRangeQuery("n", PHOTOS / 3, PHOTOS),
              IntField.newExactQuery("third", 1),
              IntField.newRangeQuery("n", 40, 90));
      for (Query filter : filters) {
        List<String> whole = told(searcher.search(filter, PHOTOS, SORT, true).scoreDocs);
        int page = 1 + random.nextInt(300);
        SortedHits hits = new SortedHits(searcher, filter, SORT, null);
        List<String> paged = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          paged.addAll(told(hits.next(page).toArray(ScoreDoc[]::new)));
        }
        assertThat(paged).isEqualTo(whole.subList(0, Math.min(4 * page, whole.size())));
        int from = random.nextInt(whole.size());
        FieldDoc after = (FieldDoc) searcher.search(filter, from + 1, SORT).scoreDocs[from];
        List<FieldDoc> later = new SortedHits(searcher, filter, SORT, after).next(page);
        assertThat(told(later.toArray(ScoreDoc[]::new)))
            .isEqualTo(whole.subList(from + 1, Math.min(from + 1 + page, whole.size())));
      }
    }
  }

  private static List<String> told(ScoreDoc[] hits) {
    return Stream.of(hits)
        .map(hit -> hit.doc + " " + hit.score + " " + List.of(((FieldDoc) hit).fields))
        .toList();
  }

  @Test
  void fewPhotosAreLookedAt() throws IOException {
    try (Directory directory = written(n -> n, .95);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      Looks all = new Looks();
      SortedHits hits = new SortedHits(new IndexSearcher(reader), all, SORT, null);
      for (int page = 1; page < 10; page++) {
        assertThat(hits.next(100)).hasSize(100);
        assertThat(all.count).isLessThan(page * PHOTOS / 4);
      }
    }
  }

  private Directory written(IntToLongFunction dates, double dated) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int n = 0; n < PHOTOS; n++) {
        writer.addDocument(document(n, dates.applyAsLong(n), random.nextDouble() < dated));
        if (random.nextInt(PHOTOS / 3) == 0) {
          writer.flush();
        }
      }
      writer.deleteDocuments(IntField.newRangeQuery("n", PHOTOS - 700, PHOTOS - 200));
    }
    return directory;
  }

  private Document document(int n, long taken, boolean isDated) {
    Document document = new Document();
    document.add(new IntField("n", n, Store.NO));
    document.add(new IntField("third", n % 3, Store.NO));
    document.add(new NumericDocValuesField(Fields.ID_HASH, random.nextLong()));
    if (isDated) {
      document.add(new LongField(Fields.TAKEN, taken, Store.NO));
      String source = random.nextInt(5) == 0 ? Taken.FILE_TIME : "exif";
      document.add(new KeywordField(Fields.TAKEN_SOURCE, source, Store.NO));
    }
    return document;
  }

  /** Finds all documents, and counts at how many it is asked to look. */
  private static final class Looks extends SingularQuery {
    private int count;

    Looks() {
      super("looks");
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
      return new ConstantScoreWeight(this, boost) {
        @Override
        public ScorerSupplier scorerSupplier(LeafReaderContext context) {
          int documents = context.reader().maxDoc();
          TwoPhaseIterator looking =
              new TwoPhaseIterator(DocIdSetIterator.all(documents)) {
                @Override
                public boolean matches() {
                  count++;
                  return true;
                }

                @Override
                public float matchCost() {
                  return 1;
                }
              };
          return new DefaultScorerSupplier(new ConstantScoreScorer(score(), mode, looking));
        }

        @Override
        public boolean isCacheable(LeafReaderContext context) {
          return false;
        }
      };
    }
  }
}

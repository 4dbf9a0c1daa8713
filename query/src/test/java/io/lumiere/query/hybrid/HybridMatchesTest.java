package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Matches;
import org.apache.lucene.search.MatchesIterator;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A hybrid query tells where its words and its filter match, as Lucene's own queries do. */
class HybridMatchesTest {
  private static final HybridQuery QUERY =
      new HybridQuery.Builder()
          .vector("v", new float[] {1, 0}, 1)
          .words("words", new PhraseQuery("text", "old", "bridge"), 1)
          .filter(new TermQuery(new Term("kind", "kept")))
          .minScore(0.01f)
          .build();

  @Test
  void wordsOfLegsAndFilterAreMatches() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        add(writer, "the old bridge, an old bridge", "kept");
        add(writer, "old and bridge", "kept");
        add(writer, "the old bridge", "other");
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        IndexSearcher searcher = new IndexSearcher(reader);
        assertThat(positions(searcher, 0)).containsExactly("kind 0-0", "text 1-2", "text 4-5");
        assertThat(positions(searcher, 1)).containsExactly("kind 0-0");
        assertThat(positions(searcher, 2)).isNull();
      }
    }
  }

  private static void add(IndexWriter writer, String text, String kind) throws IOException {
    Document document = new Document();
    document.add(new TextField("text", text, Store.NO));
    document.add(new TextField("kind", kind, Store.NO));
    document.add(
        new KnnFloatVectorField("v", new float[] {1, 0}, VectorSimilarityFunction.DOT_PRODUCT));
    writer.addDocument(document);
    writer.commit();
  }

  private static @Nullable List<String> positions(IndexSearcher searcher, int doc)
      throws IOException {
    Weight weight = searcher.createWeight(searcher.rewrite(QUERY), ScoreMode.COMPLETE_NO_SCORES, 1);
    // Each document is a segment of its own.
    LeafReaderContext leaf = searcher.getLeafContexts().get(doc);
    Matches matches = weight.matches(leaf, 0);
    if (matches == null) {
      return null;
    }
    List<String> found = new ArrayList<>();
    for (String field : matches) {
      MatchesIterator each = matches.getMatches(field);
      while (each != null && each.next()) {
        found.add(field + " " + each.startPosition() + "-" + each.endPosition());
      }
    }
    found.sort(null);
    return found;
  }
}

package io.lumiere.examples.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** Searches and checks an index with lucene-core alone. Argument: the index. */
public final class CoreProbe {
  private static final int DIMENSION = 32;

  private CoreProbe() {}

  public static void main(String[] args) throws IOException {
    try (Directory directory = FSDirectory.open(Path.of(args[0]))) {
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        search(new IndexSearcher(reader));
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_SLOW_CHECKS);
        System.out.println("CheckIndex clean=" + check.checkIndex().clean);
      }
    }
  }

  private static void search(IndexSearcher searcher) throws IOException {
    long year = 365L * 24 * 3600 * 1000;
    Query in2021 = LongField.newRangeQuery("taken", 51 * year, 52 * year);
    Query word = new TermQuery(new Term("filename", "lake"));
    Query vector = new KnnFloatVectorQuery("vector", direction(), 40);
    Query within = new KnnFloatVectorQuery("vector", direction(), 40, in2021);
    Query both =
        new BooleanQuery.Builder()
            .add(word, Occur.SHOULD)
            .add(within, Occur.SHOULD)
            .add(in2021, Occur.FILTER)
            .setMinimumNumberShouldMatch(1)
            .build();
    Printed.search("all", searcher, new FieldExistsQuery("id"));
    Printed.search("range", searcher, in2021);
    Printed.search("word", searcher, word);
    Printed.search("vector", searcher, vector);
    Printed.search("filtered", searcher, within);
    Printed.search("both", searcher, both);
    Printed.search("second-model", searcher, new KnnFloatVectorQuery("vector_2", plane(), 10));
  }

  /** A unit vector. */
  static float[] direction() {
    float[] vector = new float[DIMENSION];
    Arrays.fill(vector, 0, 16, 0.25f);
    return vector;
  }

  private static float[] plane() {
    return new float[] {0.6f, 0.8f};
  }
}

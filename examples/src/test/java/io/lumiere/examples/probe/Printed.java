package io.lumiere.examples.probe;

import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** How programs tell what they found: a search a line, {@code NAME TOTAL PATH=SCORE ...}. */
final class Printed {
  private Printed() {}

  static void search(String name, IndexSearcher searcher, Query query) throws IOException {
    StringBuilder line = new StringBuilder(name).append(' ').append(searcher.count(query));
    for (ScoreDoc hit : searcher.search(query, 20).scoreDocs) {
      String path = searcher.storedFields().document(hit.doc).get("path");
      line.append(' ').append(path).append('=').append(hit.score);
    }
    System.out.println(line);
  }
}

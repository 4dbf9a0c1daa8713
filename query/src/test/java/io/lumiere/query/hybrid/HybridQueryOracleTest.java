package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.tests.util.LuceneTestCase;

/**
 * Hybrid queries on random indexes give what a computation over all documents gives. A failure
 * prints a seed; {@code -Dtests.seed=SEED} repeats it.
 */
public class HybridQueryOracleTest extends LuceneTestCase {

  public void testSameHitsScoresAndOrderAsAllDocumentsCompared() throws IOException {
    for (int round = 0; round < 12; round++) {
      try (Directory directory = new ByteBuffersDirectory()) {
        RandomIndex index = new RandomIndex(random(), directory, 1 + random().nextInt(250));
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
          if (index.live.stream().noneMatch(doc -> doc.vector() != null)) {
            continue;
          }
          IndexSearcher searcher = newSearcher(reader, false, false);
          for (int i = 0; i < 12; i++) {
            Trial trial = new Trial(random(), index);
            Oracle.assertFinds(trial.expected, trial.query, trial.query.sort(), searcher);
          }
        }
      }
    }
  }
}

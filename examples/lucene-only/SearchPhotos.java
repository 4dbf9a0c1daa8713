import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/**
 * Searches a Lumiere directory with lucene-core alone: the photos of a year that look most like the
 * first photo of the index.
 *
 * <pre>java -cp lucene-core-10.5.1.jar SearchPhotos.java INDEX YEAR</pre>
 *
 * <p>All it takes from Lumiere are three field names, which {@code io.lumiere.schema.Fields}
 * documents: {@code vector} (unit length, compared by dot product), {@code taken} (milliseconds of
 * the local date and time, counted as if it were UTC) and {@code path}.
 */
public final class SearchPhotos {
  public static void main(String[] args) throws IOException {
    Path index = Path.of(args[0]);
    int year = Integer.parseInt(args[1]);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(index))) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Query inYear =
          LongField.newRangeQuery(
              "taken", millis(LocalDate.of(year, 1, 1)), millis(LocalDate.of(year + 1, 1, 1)) - 1);
      // The filter goes inside the search for neighbours: applied to its hits, it would lose most.
      Query query = new KnnFloatVectorQuery("vector", firstVector(reader), 10, inYear);
      for (ScoreDoc hit : searcher.search(query, 10).scoreDocs) {
        Document photo = searcher.storedFields().document(hit.doc);
        // For unit vectors Lucene's score is (1 + cosine) / 2.
        System.out.printf("%.3f %s%n", 2 * hit.score - 1, photo.get("path"));
      }
    }
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();
  }

  private static float[] firstVector(DirectoryReader reader) throws IOException {
    for (LeafReaderContext leaf : reader.leaves()) {
      FloatVectorValues vectors = leaf.reader().getFloatVectorValues("vector");
      if (vectors != null && vectors.size() > 0) {
        return vectors.vectorValue(0);
      }
    }
    throw new IllegalStateException("the index has no photos");
  }
}

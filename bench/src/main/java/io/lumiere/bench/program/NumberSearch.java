package io.lumiere.bench.program;

import io.lumiere.query.hybrid.FusedQuery;
import io.lumiere.query.hybrid.HybridQuery;
import io.lumiere.query.hybrid.ThreadedSearcher;
import io.lumiere.schema.Fields;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Searches as a program may do that embeds {@link HybridQuery}: hits are numbers of documents, and
 * nothing is read of the photos. Thread-safe.
 */
final class NumberSearch implements Closeable {
  private final Directory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  NumberSearch(Path index) throws IOException {
    this.directory = FSDirectory.open(index);
    this.reader = DirectoryReader.open(directory);
    this.searcher = new ThreadedSearcher(reader);
  }

  /** The nearest photos of those that pass a filter, of all where it is null. */
  ScoreDoc[] nearest(float[] vector, @Nullable Query filter, int hits) throws IOException {
    HybridQuery.Builder query = new HybridQuery.Builder().vector(Fields.VECTOR, vector, 1);
    if (filter != null) {
      query.filter(filter);
    }
    return nearest(query.build(), hits);
  }

  private ScoreDoc[] nearest(HybridQuery query, int hits) throws IOException {
    FusedQuery first = query.first(searcher, hits);
    return searcher.search(first == null ? query : first, hits).scoreDocs;
  }

  /** The id of a photo. */
  String id(int doc) throws IOException {
    return searcher.storedFields().document(doc, Set.of(Fields.ID)).get(Fields.ID);
  }

  @Override
  public void close() throws IOException {
    IOUtils.close(reader, directory);
  }
}

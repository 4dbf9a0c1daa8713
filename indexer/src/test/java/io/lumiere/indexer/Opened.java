package io.lumiere.indexer;

import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.FSDirectory;

/**
 * What an index holds, read by plain Lucene.
 *
 * @param photos by path
 * @param failures reasons by path
 * @param userData of the last commit
 */
record Opened(
    Map<String, Photo> photos, Map<String, String> failures, Map<String, String> userData) {

  static Opened read(Path index) {
    Map<String, Photo> photos = new TreeMap<>();
    Map<String, String> failures = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      int most = Math.max(1, reader.maxDoc());
      for (ScoreDoc hit : searcher.search(MatchAllDocsQuery.INSTANCE, most).scoreDocs) {
        Document document = searcher.storedFields().document(hit.doc);
        String failed = document.get(Fields.FAILURE_PATH);
        if (failed == null) {
          Photo photo = PhotoDocuments.fromDocument(document);
          once(photos.put(photo.file().path(), photo), photo.file().path());
        } else {
          once(failures.put(failed, document.get(Fields.FAILURE_REASON)), failed);
        }
      }
      return new Opened(photos, failures, reader.getIndexCommit().getUserData());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void once(Object previous, String path) {
    if (previous != null) {
      throw new AssertionError("two documents of " + path);
    }
  }

  /** Content hashes by path. */
  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    photos.forEach((path, photo) -> hashes.put(path, photo.file().contentHash()));
    return hashes;
  }

  String id(String path) {
    return photos.get(path).id();
  }
}

package io.lumiere.indexer;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.Reading;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MultiBits;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;

/** Changes what an index knows of the files of its photos, as another program's run leaves it. */
final class RewrittenIndex {
  private RewrittenIndex() {}

  /**
   * Writes all photos again.
   *
   * @param change of what is known of a file
   */
  static void rewrite(Path index, UnaryOperator<PhotoFile> change) {
    rewritePhotos(index, photo -> photo.withFile(change.apply(photo.file())));
  }

  /** Writes all photos again. */
  static void rewritePhotos(Path index, UnaryOperator<Photo> change) {
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
      Map<String, String> data = new HashMap<>(reader.getIndexCommit().getUserData());
      List<IndexedModel> models = IndexMetadata.fromUserData(data, "index").models().all();
      Bits live = MultiBits.getLiveDocs(reader);
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        Document stored = reader.storedFields().document(doc);
        if (stored.get(Fields.ID) != null && (live == null || live.get(doc))) {
          Photo photo = PhotoDocuments.fromDocument(stored);
          writer.updateDocument(
              new Term(Fields.ID, photo.id()),
              PhotoDocuments.toDocument(
                  change.apply(photo), PhotoVectors.readAll(reader, doc, models)));
        }
      }
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same file, read in another way. */
  static PhotoFile with(PhotoFile file, Reading reading) {
    return new PhotoFile(
        file.path(), file.contentHash(), file.size(), file.modified(), file.sidecars(), reading);
  }
}

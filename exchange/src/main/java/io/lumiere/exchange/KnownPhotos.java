package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.DocumentRows;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.LiveDocuments;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** The photos that an index had when an import began. For one thread. */
final class KnownPhotos implements Closeable {
  /** No document. */
  static final int NONE = -1;

  private final @Nullable DirectoryReader reader;

  /**
   * The photos of an index.
   *
   * @param reader is closed with this; null for an index that is not there yet
   */
  KnownPhotos(@Nullable DirectoryReader reader) {
    this.reader = reader;
  }

  /** The photo of this id or, failing that, this path; {@link #NONE} if there is none. */
  int find(@Nullable String id, String path) throws IOException {
    int byId = id == null ? NONE : findBy(Fields.ID, id);
    return byId == NONE ? findBy(Fields.PATH, path) : byId;
  }

  /** The id of a document. */
  @Nullable String id(int doc) throws IOException {
    return reader().storedFields().document(doc, Set.of(Fields.ID)).get(Fields.ID);
  }

  /** All that a document has, its vectors aside. */
  Row row(int doc) throws IOException {
    Document document = reader().storedFields().document(doc);
    Row row = new Row();
    DocumentRows.addTo(row, document, Columns.photo());
    return row;
  }

  /** A document's vectors, by field. */
  Map<String, float[]> vectors(int doc, List<IndexedModel> models) throws IOException {
    return PhotoVectors.readAll(reader(), doc, models);
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }

  private DirectoryReader reader() {
    if (reader == null) {
      throw new IllegalStateException("an index that is not there has no photos");
    }
    return reader;
  }

  private int findBy(String field, String value) throws IOException {
    if (reader == null) {
      return NONE;
    }
    return LiveDocuments.find(reader, new Term(field, value)).orElse(NONE);
  }
}

package io.lumiere.indexer.internal.store;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.store.KnownFailure;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.IndexErrors;
import io.lumiere.schema.store.LiveDocuments;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/**
 * The index as it was when the run began. It holds nothing of the documents: what is asked for is
 * read from disk, as an archive may have millions of photos. Thread-safe.
 */
public final class Snapshot implements StoredPhotos {
  private final DirectoryReader reader;
  private final BooleanSupplier stopped;
  private final int size;

  private Snapshot(DirectoryReader reader, BooleanSupplier stopped) throws IOException {
    this.reader = reader;
    this.stopped = stopped;
    this.size = new IndexSearcher(reader).count(new FieldExistsQuery(Fields.PATH));
  }

  /**
   * Opens the index's last commit.
   *
   * @param stopped asked often whether to end early; what is read is then incomplete
   */
  public static Snapshot of(PhotoWriter writer, BooleanSupplier stopped) {
    DirectoryReader reader = writer.reader().orElseThrow();
    try {
      return new Snapshot(reader, stopped);
    } catch (IOException e) {
      throw IndexErrors.reading(reader.directory().toString(), e);
    }
  }

  /** A new map of the photos by path: some 200 bytes a photo, the caller's alone. */
  @Override
  public Map<String, KnownPhoto> photos() {
    Map<String, KnownPhoto> photos = HashMap.newHashMap(size);
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        loadPhotos(leaf, photos);
      }
      return photos;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** A new map of the files that could not be indexed, by path. */
  @Override
  public Map<String, KnownFailure> failures() {
    Map<String, KnownFailure> failures = new HashMap<>();
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        loadFailures(leaf, failures);
      }
      return failures;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** How many photos there were. */
  @Override
  public int size() {
    return size;
  }

  /** The photo of a document. */
  @Override
  public Photo photo(int document) {
    try {
      return PhotoDocuments.fromDocument(reader.storedFields().document(document));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The vectors of a document, new arrays by field; those that it lacks are left out. */
  @Override
  public Map<String, float[]> vectors(int document, List<IndexedModel> models) {
    try {
      return PhotoVectors.readAll(reader, document, models);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Which documents have a vector in this field; deleted ones may be among them. */
  @Override
  public BitSet withVector(String field) {
    BitSet documents = new BitSet(reader.maxDoc());
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
        if (values != null) {
          DocIdSetIterator having = values.iterator();
          for (int doc = having.nextDoc();
              doc != DocIdSetIterator.NO_MORE_DOCS;
              doc = having.nextDoc()) {
            documents.set(leaf.docBase + doc);
          }
        }
      }
      return documents;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Which documents have the form of this schema version; deleted ones may be among them. */
  @Override
  public BitSet ofSchema(int version) {
    BitSet documents = new BitSet(reader.maxDoc());
    try {
      for (LeafReaderContext leaf : reader.leaves()) {
        NumericDocValues versions = DocValues.getNumeric(leaf.reader(), Fields.SCHEMA);
        for (int doc = versions.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS;
            doc = versions.nextDoc()) {
          documents.set(leaf.docBase + doc, versions.longValue() == version);
        }
      }
      return documents;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The content hash of a document. */
  @Override
  public String contentHash(int document) {
    return text(document, Fields.CONTENT_HASH);
  }

  /** The path of a document. */
  @Override
  public String path(int document) {
    return text(document, Fields.PATH);
  }

  private String text(int document, String field) {
    LeafReaderContext leaf = leaf(document);
    try {
      SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
      if (values.advanceExact(document - leaf.docBase)) {
        return values.lookupOrd(values.nextOrd()).utf8ToString();
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    throw new LumiereException("a photo's document has no value in the field '" + field + "'");
  }

  /** A document with this content hash. */
  @Override
  public OptionalInt findByContent(String hash) {
    try {
      return LiveDocuments.find(reader, new Term(Fields.CONTENT_HASH, hash));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Shows the documents with this content hash, as long as {@code next} says true. */
  @Override
  public void visitByContent(String hash, IntPredicate next) {
    try {
      LiveDocuments.visit(reader, new Term(Fields.CONTENT_HASH, hash), next);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void loadPhotos(LeafReaderContext leaf, Map<String, KnownPhoto> photos)
      throws IOException {
    SortedSetDocValues paths = DocValues.getSortedSet(leaf.reader(), Fields.PATH);
    SortedNumericDocValues sizes = DocValues.getSortedNumeric(leaf.reader(), Fields.SIZE);
    SortedNumericDocValues times = DocValues.getSortedNumeric(leaf.reader(), Fields.MODIFIED);
    SortedSetDocValues sidecars = DocValues.getSortedSet(leaf.reader(), Fields.SIDECARS);
    Readings readings = new Readings(leaf.reader());
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = paths.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = paths.nextDoc()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if ((live == null || live.get(doc)) && sizes.advanceExact(doc) && times.advanceExact(doc)) {
        photos.put(
            paths.lookupOrd(paths.nextOrd()).utf8ToString(),
            new KnownPhoto(
                leaf.docBase + doc,
                sizes.nextValue(),
                times.nextValue(),
                sidecars.advanceExact(doc)
                    ? sidecars.lookupOrd(sidecars.nextOrd()).utf8ToString()
                    : null,
                readings.get(doc)));
      }
    }
  }

  private void loadFailures(LeafReaderContext leaf, Map<String, KnownFailure> failures)
      throws IOException {
    SortedSetDocValues paths = DocValues.getSortedSet(leaf.reader(), Fields.FAILURE_PATH);
    Bits live = leaf.reader().getLiveDocs();
    for (int doc = paths.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = paths.nextDoc()) {
      if (stopped.getAsBoolean()) {
        return;
      }
      if (live == null || live.get(doc)) {
        Document stored = leaf.reader().storedFields().document(doc);
        failures.put(
            paths.lookupOrd(paths.nextOrd()).utf8ToString(),
            new KnownFailure(
                stored.getField(Fields.FAILURE_SIZE).numericValue().longValue(),
                stored.getField(Fields.FAILURE_MODIFIED).numericValue().longValue(),
                stored.get(Fields.FAILURE_REASON)));
      }
    }
  }

  private LeafReaderContext leaf(int document) {
    return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
  }

  private LumiereException unreadable(IOException e) {
    return IndexErrors.reading(reader.directory().toString(), e);
  }
}

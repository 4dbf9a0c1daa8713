package io.lumiere.indexer.internal.store;

import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.store.PhotoWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

/**
 * The writer of a directory as index runs use it. Thread-safe.
 *
 * @param writer closed with this
 */
public record DirectoryStore(PhotoWriter writer) implements PhotoStore {
  /** What is not lost when an index cannot be written. */
  private static final String SAFE =
      "what was committed is safe, and the next run goes on from there";

  /** Opens an index, or makes one where there is none. */
  public static DirectoryStore open(Path index, BooleanSupplier stopped) {
    return new DirectoryStore(PhotoWriter.open(index, stopped, SAFE));
  }

  /** As {@link #open}, of an index that exists. */
  public static DirectoryStore openExisting(Path index, BooleanSupplier stopped) {
    return new DirectoryStore(PhotoWriter.openExisting(index, stopped, SAFE));
  }

  @Override
  public Map<String, String> committedData() {
    return writer.committedData();
  }

  @Override
  public Instant committed() {
    return writer.committed();
  }

  @Override
  public void describe(IndexMetadata metadata, Map<String, String> more) {
    writer.describe(metadata, more);
  }

  @Override
  public StoredPhotos photos(BooleanSupplier stopped) {
    return Snapshot.of(writer, stopped);
  }

  @Override
  public void replace(List<Term> terms, Document document) {
    writer.replace(terms, document);
  }

  @Override
  public void delete(List<Term> terms) {
    writer.delete(terms);
  }

  @Override
  public void commit() {
    writer.commit();
  }

  @Override
  public void settle() {
    writer.settle();
  }

  @Override
  public long count() {
    return writer.count(Fields.SIZE);
  }

  @Override
  public long count(String field) {
    return writer.count(field);
  }

  @Override
  public void close() {
    writer.close();
  }
}

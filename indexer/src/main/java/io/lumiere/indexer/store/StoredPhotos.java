package io.lumiere.indexer.store;

import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import java.io.Closeable;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/**
 * What a store held when the run began. Its documents have numbers from 0 on that are good for this
 * object alone. It holds little of them in memory, as an archive may have millions of photos.
 * Thread-safe.
 */
public interface StoredPhotos extends Closeable {
  /** A new map of the photos by path, the caller's alone; of several at one path, one. */
  Map<String, KnownPhoto> photos();

  /** The photos that {@link #photos} leaves out, as another one is at their path. */
  default List<KnownPhoto> others() {
    return List.of();
  }

  /** A new map of the files that could not be indexed, by path; empty where none are recorded. */
  Map<String, KnownFailure> failures();

  /** How many photos there were. */
  int size();

  /** The photo of a document. */
  Photo photo(int document);

  /** The vectors of a document, new arrays by field; those that it lacks are left out. */
  Map<String, float[]> vectors(int document, List<IndexedModel> models);

  /** The content hash of a document. */
  String contentHash(int document);

  /** The path of a document. */
  String path(int document);

  /** Which documents have a vector in this field; deleted ones may be among them. */
  BitSet withVector(String field);

  /** Which documents have the form of this schema version; deleted ones may be among them. */
  BitSet ofSchema(int version);

  /** A document with this content hash. */
  OptionalInt findByContent(String hash);

  /** Shows the documents with this content hash, as long as {@code next} says true. */
  void visitByContent(String hash, IntPredicate next);

  @Override
  void close();
}

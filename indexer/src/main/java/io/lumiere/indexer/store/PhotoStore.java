package io.lumiere.indexer.store;

import io.lumiere.schema.IndexMetadata;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/**
 * What an index run writes to. Documents have the form that {@code PhotoDocuments} gives them, and
 * those to be replaced or removed are named by a term of their id, path or failure's path.
 * Implementations throw {@link io.lumiere.base.LumiereException}s alone and are thread-safe.
 */
public interface PhotoStore extends Closeable {
  /** What the last commit says; empty if there is none. */
  Map<String, String> committedData();

  /** When it was committed last; the epoch where that is not known. */
  Instant committed();

  /**
   * What every commit from now on says. A change of it is committed at once.
   *
   * @param more what is said besides
   */
  void describe(IndexMetadata metadata, Map<String, String> more);

  /**
   * What is committed now.
   *
   * @param stopped asked often whether to end early; what is read is then incomplete
   */
  StoredPhotos photos(BooleanSupplier stopped);

  /**
   * As {@link #photos}, for a run that takes all photos to be of one archive. A path is then of one
   * file, so of several photos at one path, as a run that crashed may leave them, all but one are
   * removed.
   */
  default StoredPhotos photosOfOneArchive(BooleanSupplier stopped) {
    return photos(stopped);
  }

  /** Puts {@code document} in the place of all documents that have one of the terms. */
  void replace(List<Term> terms, Document document);

  /** Removes all documents that have one of the terms. */
  void delete(List<Term> terms);

  /** Makes everything so far safe, and visible to searches. */
  void commit();

  /** As {@link #describe(IndexMetadata, Map)}; what is said besides stays. */
  default void describe(IndexMetadata metadata) {
    describe(metadata, IndexMetadata.others(committedData()));
  }

  /**
   * Writes a photo that has nothing new but the vector in this field.
   *
   * @param term names the photo
   * @param document all of it
   */
  default void addVector(Term term, String field, Document document) {
    replace(List.of(term), document);
  }

  /** How a run shares its work with other machines; null where it does all of it. */
  default @Nullable SharedWork sharedWork() {
    return null;
  }

  /** Waits for what still goes on behind the scenes, and commits it. */
  void settle();

  /** How many photos it has, as of the last commit. */
  long count();

  /** How many of them have a vector in this field. */
  long count(String field);

  /** Lets go of it; what is not committed may be lost. */
  @Override
  void close();
}

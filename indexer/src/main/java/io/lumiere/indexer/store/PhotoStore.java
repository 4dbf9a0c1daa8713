package io.lumiere.indexer.store;

import io.lumiere.schema.IndexMetadata;
import java.io.Closeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;

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

  /** Puts {@code document} in the place of all documents that have one of the terms. */
  void replace(List<Term> terms, Document document);

  /** Removes all documents that have one of the terms. */
  void delete(List<Term> terms);

  /** Makes everything so far safe, and visible to searches. */
  void commit();

  /** Waits for what still goes on behind the scenes, and commits it. */
  void settle();

  /** How many photos it has, as of the last commit. */
  long count();

  /** Lets go of it; what is not committed may be lost. */
  @Override
  void close();
}

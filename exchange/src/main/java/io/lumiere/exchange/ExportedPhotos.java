package io.lumiere.exchange;

import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;

/**
 * What is exported, as it is when the export begins: of a directory, or of something else. Not
 * thread-safe.
 */
public interface ExportedPhotos extends Closeable {
  /** Opens what is exported. */
  @FunctionalInterface
  interface Opening {
    /**
     * Opens it; to be closed by the caller.
     *
     * @param stopped whether what takes long is to be given up
     * @throws io.lumiere.base.LumiereException if it is not there, or cannot be read
     */
    ExportedPhotos open(BooleanSupplier stopped);
  }

  /** What to call it in messages. */
  String name();

  /** What its last commit says. */
  Map<String, String> userData() throws IOException;

  /** How many documents will be shown. */
  long count() throws IOException;

  /**
   * Shows all documents.
   *
   * @param fields the stored fields that are wanted, at least
   * @param models whose vectors are wanted
   * @param each is shown one after the other
   * @return false if {@code each} wanted to see no more
   */
  boolean visit(Set<String> fields, List<IndexedModel> models, Visitor each) throws IOException;

  /** Is shown documents. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes a document.
     *
     * @param stored of a photo, or of a file that could not be read
     * @param vectors by field
     * @return whether to go on
     */
    boolean take(Document stored, Map<String, float[]> vectors) throws IOException;
  }
}

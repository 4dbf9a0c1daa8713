package io.lumiere.exchange;

import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an import writes to: a directory, or something else. The photos that it had when it was
 * opened have numbers. For one thread.
 */
public interface ImportTarget extends Closeable {
  /** The number of no photo. */
  int NONE = -1;

  /** Where several photos are at a path, and nothing says which one is meant. */
  int SEVERAL = -2;

  /** Opens what an import writes to. */
  interface Opening {
    /** What to call it in messages. */
    String name();

    /** What an import that fails leaves, as the end of a sentence. */
    String left();

    /**
     * Looks whether it can be written to.
     *
     * @throws io.lumiere.base.LumiereException if it is something else
     */
    void check();

    /**
     * Opens it; to be closed by the caller.
     *
     * @param stopped asked by all that may take long, which then ends early
     * @throws io.lumiere.base.LumiereException if somebody else writes to it, or it cannot be
     *     opened
     */
    ImportTarget open(BooleanSupplier stopped) throws IOException;
  }

  /** What its last commit says; empty if there is none. */
  Map<String, String> committedData() throws IOException;

  /**
   * The photo of this id or, failing that, this path. Where photos of several archives can be at
   * one path, only one with the same content can be meant by an id that no photo has.
   *
   * @param contentHash null where it is not known
   * @return {@link #NONE} if there is none, {@link #SEVERAL} if there are several
   */
  int find(@Nullable String id, String path, @Nullable String contentHash) throws IOException;

  /** The id of a photo. */
  @Nullable String id(int photo) throws IOException;

  /** The stored fields of a photo. */
  Document stored(int photo) throws IOException;

  /** A photo's vectors, by field. */
  Map<String, float[]> vectors(int photo, List<IndexedModel> models) throws IOException;

  /** Whether photos of other archives stay what they are: if not, all count as of its archive. */
  default boolean holdsSeveralArchives() {
    return false;
  }

  /** Makes room for vectors of these models, and notes whose photos come. */
  default void prepare(IndexMetadata metadata) {}

  /**
   * Puts a photo in the place of the one that was found, and of those that have its id or, where a
   * path is of one photo, its path.
   *
   * @param before what {@link #find} found
   */
  void put(int before, String id, String path, Document document);

  /** Puts the record of a file that could not be read in the place of that of its path. */
  void putFailure(Document failure);

  /**
   * Makes everything visible, and says this.
   *
   * @throws InterruptedIOException where a stop came first, and nothing is visible
   */
  void complete(Map<String, String> data) throws InterruptedIOException;

  /** How many photos its last commit has. */
  long count();
}

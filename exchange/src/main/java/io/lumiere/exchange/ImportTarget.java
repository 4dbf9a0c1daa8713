package io.lumiere.exchange;

import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an import writes to: a directory, or something else. The photos that it had when it was
 * opened have numbers. For one thread.
 */
public interface ImportTarget extends Closeable {
  /** The number of no photo. */
  int NONE = -1;

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
     * @throws io.lumiere.base.LumiereException if somebody else writes to it, or it cannot be
     *     opened
     */
    ImportTarget open() throws IOException;
  }

  /** What its last commit says; empty if there is none. */
  Map<String, String> committedData() throws IOException;

  /** The photo of this id or, failing that, this path; {@link #NONE} if there is none. */
  int find(@Nullable String id, String path) throws IOException;

  /** The id of a photo. */
  @Nullable String id(int photo) throws IOException;

  /** The stored fields of a photo. */
  Document stored(int photo) throws IOException;

  /** A photo's vectors, by field. */
  Map<String, float[]> vectors(int photo, List<IndexedModel> models) throws IOException;

  /** Makes room for vectors of these models. */
  default void prepare(IndexMetadata metadata) {}

  /** Puts a photo in the place of those that have its id or its path. */
  void put(String id, String path, Document document);

  /** Puts the record of a file that could not be read in the place of that of its path. */
  void putFailure(Document failure);

  /** Makes everything visible, and says this. */
  void complete(Map<String, String> data);

  /** How many photos it has. */
  long count();
}

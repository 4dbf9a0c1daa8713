package io.lumiere.schema;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a commit of a Lumiere directory says of itself, in Lucene's commit user data.
 *
 * @param model which model made the vectors
 * @param archive absolute path of the archive's root when it was last indexed, for showing and
 *     opening photos
 */
public record IndexMetadata(EmbeddingModel model, String archive) {
  /** Version of the fields' names, types and meaning. Every change of them raises it. */
  public static final int SCHEMA_VERSION = 1;

  private static final String SCHEMA = "lumiere.schema";
  private static final String MODEL_ID = "lumiere.model.id";
  private static final String MODEL_HASH = "lumiere.model.hash";
  private static final String MODEL_DIMENSION = "lumiere.model.dimension";
  private static final String ARCHIVE = "lumiere.archive";

  /** As commit user data. */
  public Map<String, String> toUserData() {
    Map<String, String> data = new TreeMap<>();
    data.put(SCHEMA, Integer.toString(SCHEMA_VERSION));
    data.put(MODEL_ID, model.id());
    data.put(MODEL_HASH, model.contentHash());
    data.put(MODEL_DIMENSION, Integer.toString(model.dimension()));
    data.put(ARCHIVE, archive);
    return data;
  }

  /**
   * Reads commit user data.
   *
   * @param data as {@code DirectoryReader.getIndexCommit().getUserData()} gives it
   * @param index what to call the index in messages
   * @throws IndexMismatchException if no Lumiere wrote the commit, or one with another schema
   *     version
   */
  public static IndexMetadata fromUserData(Map<String, String> data, String index) {
    String version = data.get(SCHEMA);
    if (version == null) {
      throw new IndexMismatchException(
          index + " is a Lucene directory that Lumiere did not write: name another with --index");
    }
    if (!version.equals(Integer.toString(SCHEMA_VERSION))) {
      throw new IndexMismatchException(
          "index "
              + index
              + " has schema version "
              + version
              + " and this Lumiere reads version "
              + SCHEMA_VERSION
              + ": use the Lumiere that made it, or index the archive again into another --index");
    }
    int dimension;
    try {
      dimension = Integer.parseInt(expect(data, MODEL_DIMENSION, index));
    } catch (NumberFormatException e) {
      throw new LumiereException(
          "index " + index + " says of its vectors' dimension: " + e.getMessage(), e);
    }
    EmbeddingModel model =
        new EmbeddingModel(
            expect(data, MODEL_ID, index), expect(data, MODEL_HASH, index), dimension);
    return new IndexMetadata(model, expect(data, ARCHIVE, index));
  }

  /**
   * Refuses vectors of another model than the one of this index.
   *
   * @param other the model at hand
   * @param index what to call the index in the message
   * @throws IndexMismatchException if it is another model
   */
  public void requireModel(EmbeddingModel other, String index) {
    if (!model.equals(other)) {
      throw new IndexMismatchException(
          "index "
              + index
              + " was made with "
              + describe(model)
              + " and the model at hand is "
              + describe(other)
              + ": use that model, or index the archive into another --index");
    }
  }

  private static String describe(EmbeddingModel model) {
    return "model "
        + model.id()
        + " ("
        + model.contentHash().substring(0, 12)
        + ", "
        + model.dimension()
        + " dimensions)";
  }

  private static String expect(Map<String, String> data, String key, String index) {
    String value = data.get(key);
    if (value == null) {
      throw new LumiereException("the commit of index " + index + " lacks " + key);
    }
    return value;
  }
}

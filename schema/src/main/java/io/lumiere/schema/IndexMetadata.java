package io.lumiere.schema;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metadata of a commit of a Lumiere directory, in Lucene's commit user data: {@code
 * lumiere.schema} is the schema version, {@code lumiere.archive} the archive, and {@link
 * Fields#VECTOR} has the keys that say which vectors are whose. A commit is atomic, and so is a
 * change of the default model. Immutable.
 *
 * @param models which models made vectors, and in which fields they are
 * @param archive absolute path of the archive's root when it was last indexed, for showing and
 *     opening photos
 * @param otherArchives paths of the archives of other photos, which nobody keeps up to date; one
 *     may have the path of {@code archive}, on another machine
 */
public record IndexMetadata(IndexModels models, String archive, Set<String> otherArchives) {
  /**
   * Version of the fields' names, types and meaning. Whatever makes a reader of this version find
   * something else than what is there raises it: another name, type, analysis or meaning, or a
   * field that every document must have. A new field that photos may lack does not: programs ask
   * for fields by their names, a photo without a value has no field anyway, and a search for it
   * finds nothing. The next run of the indexer fills it in, since each document says what read the
   * photo's metadata ({@link Fields#READER}); it decodes no photo for that.
   */
  public static final int SCHEMA_VERSION = 4;

  /** The oldest version whose documents can be rewritten without reading a photo. */
  public static final int OLDEST_UPGRADABLE = 2;

  public IndexMetadata {
    otherArchives = Set.copyOf(otherArchives);
  }

  /** Of an index of one archive. */
  public IndexMetadata(IndexModels models, String archive) {
    this(models, archive, Set.of());
  }

  /** Of an index with one model. */
  public IndexMetadata(EmbeddingModel model, String archive) {
    this(IndexModels.of(model), archive);
  }

  /** The default model. */
  public EmbeddingModel model() {
    return models.defaultModel().model();
  }

  /** The same index with other models. */
  public IndexMetadata withModels(IndexModels newModels) {
    return new IndexMetadata(newModels, archive, otherArchives);
  }

  /** The same index of an archive in another place. */
  public IndexMetadata withArchive(String newArchive) {
    return new IndexMetadata(models, newArchive, otherArchives);
  }

  /** The same index, with photos of further archives. */
  public IndexMetadata withOtherArchives(Set<String> more) {
    Set<String> all = new TreeSet<>(otherArchives);
    all.addAll(more);
    return new IndexMetadata(models, archive, all);
  }

  /** As commit user data, a new map. */
  public Map<String, String> toUserData() {
    return UserData.write(this);
  }

  /**
   * Reads commit user data.
   *
   * @param data as {@code DirectoryReader.getIndexCommit().getUserData()} gives it
   * @param index what to call the index in messages
   * @throws IndexMismatchException if no Lumiere wrote the commit, or one with another schema
   *     version
   * @throws LumiereException if it is damaged
   */
  public static IndexMetadata fromUserData(Map<String, String> data, String index) {
    return new UserData(data, index).read();
  }

  /**
   * As {@link #fromUserData}, and reads versions from {@value #OLDEST_UPGRADABLE} on, too: for
   * programs that bring the index up to date. Its documents may lack fields.
   */
  public static IndexMetadata fromUpgradable(Map<String, String> data, String index) {
    return new UserData(data, index).readUpgradable();
  }

  /** What else a commit says: what other parts of the program wrote there. A new map. */
  public static Map<String, String> others(Map<String, String> data) {
    return UserData.others(data);
  }

  /** Whether an index that {@link #fromUpgradable} reads is of an older version than this. */
  public static boolean isOutdated(Map<String, String> data) {
    return UserData.isOutdated(data);
  }

  /**
   * Refuses a model whose vectors this index does not hold.
   *
   * @param other the model at hand
   * @param index what to call the index in the message
   * @return where its vectors are
   * @throws IndexMismatchException if there are none of it
   */
  public IndexedModel requireModel(EmbeddingModel other, String index) {
    return models
        .find(other)
        .orElseThrow(() ->
            new IndexMismatchException(
                Fault.MODEL_NOT_IN_INDEX,
                other.id(),
                "index "
                    + index
                    + " was made with "
                    + describe(model())
                    + " and the model at hand is "
                    + describe(other)));
  }

  /**
   * Refuses an index of photos of several archives, for what takes all to be of one: what is not in
   * that one would be removed.
   *
   * @param index what to call it in the message
   */
  public void requireOneArchive(String index) {
    if (!otherArchives.isEmpty()) {
      throw new IndexMismatchException(
          Fault.SEVERAL_ARCHIVES,
          index
              + " holds photos of several archives ("
              + archive
              + "; "
              + String.join("; ", new TreeSet<>(otherArchives))
              + "), and a run would remove those that are not in its own");
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
}

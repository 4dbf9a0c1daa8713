package io.lumiere.indexer.internal.run;

import io.lumiere.base.Sha256;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.lucene.index.Term;

/**
 * Gives photos of the index a vector that they lack; everything else in them stays as it was. Only
 * a file with the content that was indexed counts. Thread-safe.
 */
final class VectorAdder implements FileWork {
  private static final String CHANGED =
      "it has changed since it was indexed: indexing the archive reads it again";

  private static final String OTHER =
      "the file at its path is not the one that was indexed: the photos are of several archives,"
          + " and the files of one are read";

  private final StoredPhotos snapshot;
  private final List<IndexedModel> models;
  private final String field;
  private final Duplicates duplicates;
  private final PixelReader pixels;
  private final boolean isOfOneArchive;

  /**
   * Adds vectors in a field.
   *
   * @param models all that photos may have vectors of
   */
  VectorAdder(
      StoredPhotos snapshot,
      List<IndexedModel> models,
      String field,
      Duplicates duplicates,
      PixelReader pixels) {
    this.snapshot = snapshot;
    this.models = models;
    this.field = field;
    this.duplicates = duplicates;
    this.pixels = pixels;
    this.isOfOneArchive = snapshot.others().isEmpty();
  }

  /** The reason of the failure where a file is not what was indexed. */
  String otherFile() {
    return isOfOneArchive ? CHANGED : OTHER;
  }

  @Override
  public Change read(LoadedFile file) throws FileFailure {
    int document = Objects.requireNonNull(file.task().known()).document();
    String hash = Sha256.of(file.bytes());
    if (!hash.equals(snapshot.contentHash(document))) {
      throw FileFailure.passing(isOfOneArchive ? CHANGED : OTHER, null);
    }
    Map<String, float[]> vectors = new TreeMap<>(snapshot.vectors(document, models));
    vectors.putAll(encode(file, hash).vectors());
    Photo photo = snapshot.photo(document);
    try {
      return new Change(
          Outcome.UPDATED,
          List.of(new Term(Fields.ID, photo.id())),
          PhotoDocuments.toDocument(photo, vectors));
    } catch (IllegalArgumentException e) {
      throw FileFailure.passing("it cannot be encoded: " + e.getMessage(), e);
    }
  }

  @Override
  public void write(PhotoStore store, Change change) {
    store.addVector(change.replaced().getFirst(), field, change.document());
  }

  /** A changed photo is not recorded as a failure: the next index run reads it. */
  @Override
  public boolean recordsPassingFailures() {
    return false;
  }

  /** A failure is never recorded as the content's fault here: other models may encode the photo. */
  private EncodedPhoto encode(LoadedFile file, String hash) throws FileFailure {
    try {
      return duplicates.get(
          file.bytes().length, hash, () -> pixels.read(file.bytes(), file.task().file().name()));
    } catch (FileFailure e) {
      throw FileFailure.passing(e.reason(), e);
    }
  }
}

package io.lumiere.indexer.internal.run;

import io.lumiere.base.Sha256;
import io.lumiere.indexer.StageTimes.Stage;
import io.lumiere.indexer.internal.metadata.MetadataReader;
import io.lumiere.indexer.internal.metadata.PhotoInput;
import io.lumiere.indexer.internal.metadata.PhotoMetadata;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.Term;

/**
 * Turns a file's bytes into what to write to the index. Content that the index has, under whatever
 * path, is not decoded or encoded again, except for models of which it has no vector. Thread-safe.
 */
final class PhotoReader implements FileWork {
  /**
   * Raised whenever more files, or more of their metadata, can be read than before: recorded
   * failures are then tried again, and the metadata of all photos are read again.
   */
  static final String VERSION = "5";

  /**
   * The day on which {@link #VERSION} was raised last: a clock that shows an earlier time is wrong.
   */
  static final Instant RAISED = Instant.parse("2026-11-30T00:00:00Z");

  private final StoredPhotos snapshot;
  private final List<IndexedModel> models;
  private final MissingPhotos missing;
  private final Duplicates duplicates;
  private final PixelReader pixels;
  private final MetadataReader metadata;
  private final StageClock clock;
  private final String by;
  private final UnaryOperator<String> newId;

  PhotoReader(
      StoredPhotos snapshot,
      List<IndexedModel> models,
      MissingPhotos missing,
      Duplicates duplicates,
      PixelReader pixels,
      MetadataReader metadata,
      StageClock clock,
      String by,
      UnaryOperator<String> newId) {
    this.snapshot = snapshot;
    this.models = models;
    this.missing = missing;
    this.duplicates = duplicates;
    this.pixels = pixels;
    this.metadata = metadata;
    this.clock = clock;
    this.by = by;
    this.newId = newId;
  }

  @Override
  public Change read(LoadedFile file) throws FileFailure {
    String hash = clock.time(Stage.HASH, () -> Sha256.of(file.bytes()));
    KnownPhoto known = file.task().known();
    return known == null ? readNew(file, hash) : readAgain(file, hash, known);
  }

  @Override
  public void passOver(FileTask task) {
    missing.keep(task.file());
  }

  private Change readNew(LoadedFile file, String hash) throws FileFailure {
    OptionalInt gone = missing.claim(hash, file.task().file().name());
    if (gone.isPresent()) {
      int document = gone.getAsInt();
      String id = snapshot.photo(document).id();
      return change(Outcome.MOVED, file, hash, id, kept(file, document), true);
    }
    String id = newId.apply(file.task().path());
    return change(Outcome.ADDED, file, hash, id, encode(file, hash), false);
  }

  private Change readAgain(LoadedFile file, String hash, KnownPhoto known) throws FileFailure {
    String id = snapshot.photo(known.document()).id();
    if (snapshot.contentHash(known.document()).equals(hash)) {
      boolean same = Objects.equals(known.sidecars(), file.task().file().companionState());
      Outcome kind = same ? Outcome.REREAD : Outcome.UPDATED;
      return change(kind, file, hash, id, kept(file, known.document()), true);
    }
    return change(Outcome.UPDATED, file, hash, id, encode(file, hash), true);
  }

  /** From a copy in the index, from a duplicate in this run, or from the pixels. */
  private EncodedPhoto encode(LoadedFile file, String hash) throws FileFailure {
    OptionalInt copy = snapshot.findByContent(hash);
    return copy.isPresent()
        ? kept(file, copy.getAsInt())
        : duplicates.get(
            file.bytes().length, hash, () -> pixels.read(file.bytes(), file.task().file().name()));
  }

  /**
   * What the index has for the same content. Vectors that it lacks are made now, since the file is
   * read anyway; if that fails, the photo keeps what it had.
   */
  private EncodedPhoto kept(LoadedFile file, int document) {
    EncodedPhoto known =
        new EncodedPhoto(snapshot.photo(document).image(), snapshot.vectors(document, models));
    Set<String> lacking = pixels.fieldsBeyond(known.vectors());
    if (lacking.isEmpty() && !known.image().isUnseen()) {
      return known;
    }
    try {
      return known.with(pixels.read(file.bytes(), file.task().file().name(), lacking));
    } catch (FileFailure e) {
      return known;
    }
  }

  private Change change(
      Outcome kind, LoadedFile file, String hash, String id, EncodedPhoto encoded, boolean inIndex)
      throws FileFailure {
    PhotoInput input =
        new PhotoInput(
            file.task().path(),
            file.bytes(),
            Instant.ofEpochMilli(file.modified()),
            encoded.image(),
            file.task().file().companions());
    PhotoMetadata photoMetadata = clock.time(Stage.METADATA, () -> metadata.read(input));
    // Without it, the next run reads the metadata again.
    String readBy = photoMetadata.isUnread() ? null : by;
    Photo photo =
        Photo.builder(id, file.describe(hash, readBy, photoMetadata.future()), encoded.image())
            .taken(photoMetadata.taken())
            .camera(photoMetadata.camera())
            .place(photoMetadata.place())
            .named(photoMetadata.named())
            .caption(photoMetadata.caption())
            .traits(photoMetadata.traits())
            .notes(photoMetadata.notes())
            .build();
    List<Term> replaced = new ArrayList<>();
    if (inIndex) {
      replaced.add(new Term(Fields.ID, id));
    }
    if (file.task().failedBefore()) {
      replaced.add(new Term(Fields.FAILURE_PATH, file.task().path()));
    }
    try {
      return new Change(
          kind,
          replaced,
          PhotoDocuments.toDocument(photo, encoded.vectors()),
          photoMetadata.isDamaged());
    } catch (IllegalArgumentException e) {
      throw FileFailure.passing("it cannot be encoded: " + e.getMessage(), e);
    }
  }
}

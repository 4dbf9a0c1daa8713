package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.util.BitSet;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * Writes the documents of an index of an older schema version again, from what is stored in it: no
 * photo is read. Until all are written, the index has the old version; a run that was stopped goes
 * on where it was. For one thread, once.
 */
final class SchemaUpgrade {
  private final PhotoStore store;
  private final IndexMetadata metadata;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();

  SchemaUpgrade(PhotoStore store, IndexMetadata metadata, RunState state, Ticker ticker) {
    this.store = store;
    this.metadata = metadata;
    this.state = state;
    this.ticker = ticker;
  }

  /**
   * Rewrites the documents that are still in the old form, and commits them.
   *
   * @return whether all is in the new form; false where the run was stopped
   */
  boolean run() {
    try (StoredPhotos snapshot = store.photos(state::isStopped)) {
      BitSet done = snapshot.ofSchema(IndexMetadata.SCHEMA_VERSION);
      List<KnownPhoto> photos =
          snapshot.photos().values().stream().filter(known -> !done.get(known.document())).toList();
      tally.begin(photos.size(), 0, photos.size(), List.of());
      for (KnownPhoto known : photos) {
        if (state.isStopped()) {
          break;
        }
        write(snapshot, known);
      }
    }
    store.commit();
    return !state.isStopped();
  }

  private void write(StoredPhotos snapshot, KnownPhoto known) {
    Photo photo = snapshot.photo(known.document());
    store.replace(
        List.of(new Term(Fields.ID, photo.id())),
        PhotoDocuments.toDocument(
            photo, snapshot.vectors(known.document(), metadata.models().all())));
    tally.count(Outcome.UPDATED, 0);
    ticker.tick(tally);
    ticker.commitIfDue(store);
  }
}

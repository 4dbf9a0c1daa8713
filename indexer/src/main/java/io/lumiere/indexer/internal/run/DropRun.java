package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.DropReport;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.indexer.store.PhotoDestination;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;

/** Drops a model and its vectors from an index. For one thread, once. */
public final class DropRun {
  private final PhotoDestination destination;
  private final String name;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();

  /** A run; {@code control} is asked all the time. */
  public DropRun(
      PhotoDestination destination,
      String name,
      ReindexOptions options,
      ProgressListener listener,
      RunControl control) {
    this.destination = destination;
    this.name = name;
    this.state = new RunState(control);
    this.ticker = new Ticker(listener, options.commitInterval());
  }

  /** Drops the model; see {@link io.lumiere.indexer.Reindexer#drop}. */
  public DropReport run() {
    try (PhotoStore store = destination.openExisting(state::isStopped)) {
      String index = destination.name();
      IndexMetadata before = IndexMetadata.fromUserData(store.committedData(), index);
      IndexModels models = before.models();
      Optional<IndexedModel> begun =
          models.dropped().stream().filter(model -> model.isCalled(name)).findFirst();
      IndexedModel model = begun.orElseGet(() -> models.expect(name, index));
      IndexMetadata now =
          begun.isPresent() ? before : before.withModels(models.without(model, index));
      // From here on no search uses the model, even while documents still have its vectors.
      store.describe(now);
      try (StoredPhotos snapshot = store.photos(state::isStopped)) {
        sweep(store, snapshot, now.models());
      }
      store.commit();
      if (!state.isStopped()) {
        store.describe(now.withModels(now.models().swept()));
        store.settle();
      }
      ticker.last(tally);
      return new DropReport(model, tally.get(Outcome.UPDATED), tally.elapsed(), state.isStopped());
    }
  }

  private void sweep(PhotoStore store, StoredPhotos snapshot, IndexModels models) {
    BitSet holding = new BitSet();
    models.dropped().forEach(model -> holding.or(snapshot.withVector(model.field())));
    List<KnownPhoto> photos =
        Stream.concat(snapshot.photos().values().stream(), snapshot.others().stream())
            .filter(photo -> holding.get(photo.document()))
            .toList();
    tally.begin(photos.size(), 0, photos.size(), List.of());
    for (KnownPhoto known : photos) {
      if (state.isStopped()) {
        return;
      }
      state.awaitRelease();
      Photo photo = snapshot.photo(known.document());
      store.replace(
          List.of(new Term(Fields.ID, photo.id())),
          PhotoDocuments.toDocument(photo, snapshot.vectors(known.document(), models.all())));
      tally.count(Outcome.UPDATED, 0);
      ticker.tick(tally);
      ticker.commitIfDue(store);
    }
  }
}

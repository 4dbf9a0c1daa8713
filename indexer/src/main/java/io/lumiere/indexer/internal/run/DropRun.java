package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.DropReport;
import io.lumiere.indexer.ProgressListener;
import io.lumiere.indexer.ReindexOptions;
import io.lumiere.indexer.internal.store.DirectoryStore;
import io.lumiere.indexer.internal.store.Snapshot;
import io.lumiere.indexer.store.KnownPhoto;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.store.IndexErrors;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;

/** Drops a model and its vectors from an index. For one thread, once. */
public final class DropRun {
  private final Path index;
  private final String name;
  private final RunState state;
  private final Ticker ticker;
  private final Tally tally = new Tally();

  /** A run; {@code control} is asked all the time. */
  public DropRun(
      Path index,
      String name,
      ReindexOptions options,
      ProgressListener listener,
      RunControl control) {
    this.index = index.toAbsolutePath().normalize();
    this.name = name;
    this.state = new RunState(control);
    this.ticker = new Ticker(listener, options.commitInterval());
  }

  /** Drops the model; see {@link io.lumiere.indexer.Reindexer#drop}. */
  public DropReport run() {
    try (DirectoryStore store = DirectoryStore.openExisting(index, state::isStopped)) {
      PhotoWriter writer = store.writer();
      IndexMetadata before = writer.metadata();
      IndexModels models = before.models();
      Optional<IndexedModel> begun =
          models.dropped().stream().filter(model -> model.isCalled(name)).findFirst();
      IndexedModel model = begun.orElseGet(() -> models.expect(name, index.toString()));
      IndexMetadata now =
          begun.isPresent() ? before : before.withModels(models.without(model, index.toString()));
      // From here on no search uses the model, even while documents still have its vectors.
      writer.describe(now);
      try (Snapshot snapshot = Snapshot.of(writer, state::isStopped)) {
        sweep(store, snapshot, now.models());
      } catch (IOException e) {
        throw IndexErrors.reading(index.toString(), e);
      }
      writer.commit();
      if (!state.isStopped()) {
        writer.describe(now.withModels(now.models().swept()));
        writer.settle();
      }
      ticker.last(tally);
      return new DropReport(model, tally.get(Outcome.UPDATED), tally.elapsed(), state.isStopped());
    }
  }

  private void sweep(DirectoryStore store, Snapshot snapshot, IndexModels models) {
    BitSet holding = new BitSet();
    models.dropped().forEach(model -> holding.or(snapshot.withVector(model.field())));
    List<KnownPhoto> photos =
        snapshot.photos().values().stream().filter(photo -> holding.get(photo.document())).toList();
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

package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.internal.metadata.MetadataReader;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.StoredPhotos;
import io.lumiere.schema.IndexedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Puts the photos of files into a store: those of all files of a run at once, or of one part after
 * the other. For one thread.
 *
 * @param workers how many photos are worked on at a time
 * @param readBy what photos say that their metadata were read with
 * @param newId the id of a photo that is added, by its path
 */
record PhotoIndexing(
    Path archive,
    PhotoStore store,
    StoredPhotos snapshot,
    List<IndexedModel> models,
    List<FieldEncoder> encoders,
    int workers,
    MetadataReader metadata,
    String readBy,
    UnaryOperator<String> newId) {
  PhotoIndexing {
    models = List.copyOf(models);
    encoders = List.copyOf(encoders);
  }

  /**
   * Reads and writes files, and commits.
   *
   * @param missing the photos that one of them may be, moved
   * @param state of these files alone
   * @param atEnd done before the commit, unless the run ends early
   */
  void run(
      List<FileTask> tasks,
      MissingPhotos missing,
      RunState state,
      StageClock stages,
      Tally tally,
      Ticker ticker,
      Runnable atEnd) {
    PhotoReader reader =
        new PhotoReader(
            snapshot,
            models,
            missing,
            new Duplicates(tasks),
            new PixelReader(encoders, stages, state::isAbandoned),
            metadata,
            stages,
            readBy,
            newId);
    Pipeline pipeline =
        new Pipeline(
            tasks,
            new FileLoader(archive, "it changed after it was found; the next run reads it"),
            reader,
            store,
            tally,
            state,
            stages,
            Math.min(workers, Math.max(1, tasks.size())));
    new PipelineRun(pipeline, store, tally, state, ticker).run(atEnd);
  }
}

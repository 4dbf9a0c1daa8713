package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.store.KnownFailure;
import io.lumiere.indexer.store.PhotoStore;
import io.lumiere.indexer.store.SharedWork;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoDocuments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;

/** Does the work of a plan, all of it or with other machines. For one thread, once. */
final class PlanRun {
  private static final int DELETE_BATCH = 1000;

  private final Plan plan;
  private final PhotoIndexing indexing;
  private final PhotoStore store;
  private final RunState state;
  private final StageClock stages;
  private final Tally tally;
  private final Ticker ticker;

  PlanRun(
      Plan plan,
      PhotoIndexing indexing,
      RunState state,
      StageClock stages,
      Tally tally,
      Ticker ticker) {
    this.plan = plan;
    this.indexing = indexing;
    this.store = indexing.store();
    this.state = state;
    this.stages = stages;
    this.tally = tally;
    this.ticker = ticker;
  }

  /**
   * Runs.
   *
   * @param terms what machines that share the work must have in common
   * @param describe says of the store what is true from now on; a run that is refused says nothing
   */
  void run(Map<String, String> terms, Runnable describe) {
    tally.begin(plan.found(), plan.unchanged(), plan.tasks().size(), plan.failures());
    SharedWork shared = store.sharedWork();
    if (shared == null) {
      describe.run();
      MissingPhotos missing = new MissingPhotos(plan.missing(), indexing.snapshot());
      index(plan.tasks(), missing, state, () -> remove(missing.unclaimed()));
      return;
    }
    new SharedRun(indexing.archive(), shared, plan, tally, state, ticker)
        .run(
            terms,
            describe,
            (tasks, gone) ->
                index(
                    tasks, new MissingPhotos(gone, indexing.snapshot()), state.ofPart(), () -> {}),
            paths -> {
              remove(paths);
              store.commit();
            });
  }

  private void index(
      List<FileTask> tasks, MissingPhotos missing, RunState stateOfTasks, Runnable atEnd) {
    indexing.run(tasks, missing, stateOfTasks, stages, tally, ticker, atEnd);
  }

  /**
   * Removes photos whose files are gone, unless their folder is there and empty, and brings the
   * records of failures up to date.
   */
  private void remove(List<String> missing) {
    Set<String> kept = plan.emptyAbove(missing);
    List<String> paths = missing.stream().filter(path -> !Plan.isUnder(kept, path)).toList();
    List<Term> gone = new ArrayList<>();
    paths.forEach(path -> gone.add(new Term(Fields.PATH, path)));
    tally.delete(gone.size(), plan.countIgnored(paths));
    plan.missingFailures(kept).forEach(path -> gone.add(new Term(Fields.FAILURE_PATH, path)));
    for (int i = 0; i < gone.size(); i += DELETE_BATCH) {
      store.delete(gone.subList(i, Math.min(gone.size(), i + DELETE_BATCH)));
    }
    plan.unreadable().forEach(this::record);
    List<Failure> doubted = kept.stream().map(PlanRun::doubt).toList();
    tally.report(doubted);
    doubted.forEach(this::record);
  }

  private static Failure doubt(String folder) {
    return new Failure(
        folder,
        "the folder is empty, and the index keeps its photos: is a disk not mounted? If they are"
            + " gone for good, delete the folder");
  }

  /** Records what the walk could not look at as failures, until it can. */
  private void record(Failure failure) {
    if (!failure.reason().equals(plan.recordedReason(failure.path()))) {
      store.replace(
          List.of(new Term(Fields.FAILURE_PATH, failure.path())),
          PhotoDocuments.toFailure(
              failure.path(), failure.reason(), KnownFailure.RETRY, Instant.EPOCH));
    }
  }
}

package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.Progress.Phase;
import io.lumiere.schema.store.PhotoWriter;

/**
 * Takes a pipeline from its start to the commit of all it did, with reports and commits between.
 */
final class PipelineRun {
  private static final long GRACE_NANOS = 500_000_000;
  private static final long POLL_MILLIS = 20;

  private final Pipeline pipeline;
  private final PhotoWriter writer;
  private final Tally tally;
  private final RunState state;
  private final Ticker ticker;

  PipelineRun(Pipeline pipeline, PhotoWriter writer, Tally tally, RunState state, Ticker ticker) {
    this.pipeline = pipeline;
    this.writer = writer;
    this.tally = tally;
    this.state = state;
    this.ticker = ticker;
  }

  /**
   * Runs the pipeline.
   *
   * @param atEnd done before the last commit, unless the run ends early
   */
  void run(Runnable atEnd) {
    try {
      pipeline.start();
      while (!pipeline.await(POLL_MILLIS) && !state.isEnding()) {
        ticker.tick(() -> tally.progress(Phase.INDEXING));
        ticker.commitIfDue(writer);
      }
      if (!state.isEnding()) {
        atEnd.run();
      }
    } finally {
      finish();
    }
    state.throwError();
  }

  /**
   * Commits what is done, whatever ended the run. What is in flight lands, but after a stop for no
   * longer than a person likes to wait: a photo that takes more is left to the next run.
   */
  private void finish() {
    state.close();
    long end = System.nanoTime() + GRACE_NANOS;
    boolean landed = pipeline.await(POLL_MILLIS);
    while (!landed && !(state.isStopped() && System.nanoTime() > end)) {
      landed = pipeline.await(POLL_MILLIS);
    }
    state.abandon();
    try {
      writer.commit();
    } catch (LumiereException e) {
      state.fail(e);
    }
  }
}

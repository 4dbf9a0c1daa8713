package io.lumiere.indexer.internal.run;

import io.lumiere.base.LumiereException;
import io.lumiere.indexer.store.PhotoStore;

/**
 * Runs a pipeline from its start to the commit of all that it did, with reports and commits in
 * between.
 */
final class PipelineRun {
  private static final long GRACE_NANOS = 500_000_000;
  private static final long POLL_MILLIS = 20;

  private final Pipeline pipeline;
  private final PhotoStore store;
  private final Tally tally;
  private final RunState state;
  private final Ticker ticker;

  PipelineRun(Pipeline pipeline, PhotoStore store, Tally tally, RunState state, Ticker ticker) {
    this.pipeline = pipeline;
    this.store = store;
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
        if (state.isHeld()) {
          hold();
        }
        ticker.tick(tally);
        ticker.commitIfDue(store);
      }
      if (!state.isEnding()) {
        atEnd.run();
      }
    } finally {
      finish();
    }
    state.throwError();
  }

  /** What was in flight when the pause began is finished, and safe before long. */
  private void hold() {
    tally.hold();
    ticker.hold();
  }

  /**
   * Commits what is done, whatever ended the run. What is in flight is finished, but after a stop
   * only within the time that a person is willing to wait: a photo that takes longer is left to the
   * next run.
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
      store.commit();
    } catch (LumiereException e) {
      state.fail(e);
    }
  }
}

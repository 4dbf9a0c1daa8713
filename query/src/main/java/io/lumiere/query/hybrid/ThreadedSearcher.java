package io.lumiere.query.hybrid;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher whose searches by vector use the processors that are idle: a thread that is searching
 * does what no other has begun, so it never waits for one that is busy. All else is done by the
 * thread that searches. Thread-safe.
 *
 * <p>The system property {@value #PROPERTY} sets how many threads there are at most; 1 for none but
 * those that search. All searchers share them.
 */
public final class ThreadedSearcher extends IndexSearcher {
  /** How many threads search, if not as many as there are processors. */
  public static final String PROPERTY = "lumiere.search.threads";

  private static final int THREADS =
      Math.max(1, Integer.getInteger(PROPERTY, Runtime.getRuntime().availableProcessors()));

  /** How long a thread lives that has nothing to do. */
  private static final int IDLE_SECONDS = 10;

  private static final Executor OTHERS = THREADS == 1 ? Runnable::run : others(THREADS - 1);

  public ThreadedSearcher(IndexReader reader) {
    super(reader, OTHERS);
  }

  private static Executor others(int threads) {
    ThreadPoolExecutor others =
        new ThreadPoolExecutor(
            threads,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "lumiere-search");
              thread.setDaemon(true);
              return thread;
            });
    others.allowCoreThreadTimeOut(true);
    return others;
  }

  /** How many threads look at the segments of one search, at most. */
  int threads() {
    return THREADS;
  }

  /** Collectors see all segments in one thread. */
  @Override
  protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
    return slices(leaves, Integer.MAX_VALUE, Integer.MAX_VALUE, false);
  }
}

package io.lumiere.cluster.collection;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What ZooKeeper says, if it says it soon: it answers in milliseconds, and SolrJ waits for one that
 * is away for most of a minute. Thread-safe.
 */
final class PromptAnswer {
  /** So long it is waited for. */
  static final Duration LIMIT = Duration.ofSeconds(3);

  private PromptAnswer() {}

  /**
   * The answer to a question.
   *
   * @param threads where it is asked, as it may take longer than it is waited for
   * @throws ExecutionException if the question fails
   * @throws TimeoutException if there is no answer in time
   */
  static <T extends @Nullable Object> T of(ExecutorService threads, Callable<T> question)
      throws ExecutionException, InterruptedException, TimeoutException {
    Future<T> answer = threads.submit(question);
    try {
      return answer.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      answer.cancel(true);
    }
  }
}

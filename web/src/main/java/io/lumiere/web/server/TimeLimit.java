package io.lumiere.web.server;

import io.lumiere.web.http.HttpProblem;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends requests that take too long. Who works on one is not interrupted: that would close files of
 * an index that it reads. Its reply is dropped. Thread-safe.
 */
final class TimeLimit implements AutoCloseable {
  private final Duration limit;
  private final Sender sender;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("time limits of requests").factory());

  TimeLimit(Duration limit, Sender sender) {
    this.limit = limit;
    this.sender = sender;
  }

  /**
   * Begins to count; to be cancelled in time.
   *
   * @param reading whether the client's body is waited for
   */
  Future<?> begin(Exchange exchange, BooleanSupplier reading) {
    return clock.schedule(
        () -> isOver(exchange, reading.getAsBoolean()), limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void isOver(Exchange exchange, boolean reading) {
    if (!exchange.claim()) {
      exchange.cut(); // A reply that the client does not take.
      return;
    }
    HttpProblem problem =
        reading
            ? new HttpProblem(408, "the body takes too long to arrive")
            : new HttpProblem(503, "this takes longer than a request may");
    Outgoing reply = Outgoing.of(problem, Sender.instance(exchange)).with("Connection", "close");
    Thread.ofVirtual().start(() -> sender.send(exchange, reply));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}

package io.lumiere.web.search;

import io.lumiere.query.ResultOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Orders of hits that were asked for lately, each made once, so that a page gets the rows of one
 * order while it scrolls. What was not used for longest is closed where there are more than {@value
 * #MOST}, or more bytes than {@value #MOST_BYTES}, and what was not used for ten minutes. Each
 * keeps a state of an index open. Thread-safe.
 */
final class Orders implements AutoCloseable {
  static final int MOST = 32;
  static final long MOST_BYTES = 256L << 20;
  private static final long MOST_IDLE_NANOS = Duration.ofMinutes(10).toNanos();

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("lumiere-orders").factory());

  /** The one that was used last stands last. */
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** An order, who uses it, and whether it is closed once nobody does. */
  private static final class Kept {
    private @Nullable ResultOrder order;
    private int users;
    private boolean isDropped;
    private long usedAt;

    /** Whoever comes first makes it, and others wait for that. */
    synchronized ResultOrder order(Supplier<ResultOrder> maker) {
      if (order == null) {
        order = maker.get();
      }
      return order;
    }

    synchronized long bytes() {
      return order == null ? 0 : order.bytes();
    }

    synchronized void close() {
      if (order != null) {
        order.close();
      }
    }
  }

  Orders() {
    // Also where nobody asks any more: what is open keeps deleted files of the index on the disk.
    var unused = timer.scheduleWithFixedDelay(this::dropOld, 1, 1, TimeUnit.MINUTES);
  }

  /** Uses an order, which is made if it is not kept. */
  <T extends @Nullable Object> T use(
      String key, Supplier<ResultOrder> maker, Function<ResultOrder, T> use) {
    Kept one = take(key, true);
    if (one == null) {
      throw new IllegalStateException("an order is made where there is none");
    }
    try {
      ResultOrder order;
      try {
        order = one.order(maker);
      } catch (RuntimeException e) {
        drop(key);
        throw e;
      }
      dropOld();
      return use.apply(order);
    } finally {
      give(one);
    }
  }

  /** Uses an order that is kept; empty if it is not. */
  <T> Optional<T> useIfKept(String key, Function<ResultOrder, T> use) {
    Kept one = take(key, false);
    if (one == null) {
      return Optional.empty();
    }
    try {
      ResultOrder order =
          one.order(() -> {
            throw new IllegalStateException("an order that failed is not kept");
          });
      return Optional.of(use.apply(order));
    } finally {
      give(one);
    }
  }

  private synchronized @Nullable Kept take(String key, boolean isMade) {
    Kept one = kept.get(key);
    if (one == null && isMade) {
      one = new Kept();
      kept.put(key, one);
    }
    if (one != null) {
      one.users++;
      one.usedAt = System.nanoTime();
    }
    return one;
  }

  private synchronized void give(Kept one) {
    one.users--;
    closeIfUnused(one);
  }

  /** Keeps an order no longer; those who use it may go on. */
  synchronized void drop(String key) {
    Kept one = kept.remove(key);
    if (one != null) {
      drop(one);
    }
  }

  private static void drop(Kept one) {
    one.isDropped = true;
    closeIfUnused(one);
  }

  private static void closeIfUnused(Kept one) {
    if (one.isDropped && one.users == 0) {
      one.close();
    }
  }

  private synchronized void dropOld() {
    long bytes = 0;
    for (Kept one : kept.values()) {
      bytes += one.users > 0 ? 0 : one.bytes();
    }
    long now = System.nanoTime();
    for (Iterator<Kept> all = kept.values().iterator(); all.hasNext(); ) {
      Kept one = all.next();
      boolean isTooMuch = kept.size() > MOST || bytes > MOST_BYTES;
      if (one.users == 0 && (isTooMuch || now - one.usedAt > MOST_IDLE_NANOS)) {
        bytes -= one.bytes();
        all.remove();
        drop(one);
      }
    }
  }

  /** How many are kept. */
  synchronized int size() {
    return kept.size();
  }

  @Override
  public synchronized void close() {
    timer.shutdownNow();
    List<Kept> all = new ArrayList<>(kept.values());
    kept.clear();
    all.forEach(Orders::drop);
  }
}

package io.lumiere.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The most of the heap that was in use: at any time, after collections, and after those of the
 * whole heap, which leave no garbage. Thread-safe.
 */
final class HeapUse {
  private final List<MemoryPoolMXBean> pools =
      ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
  private final List<String> names = pools.stream().map(MemoryPoolMXBean::getName).toList();
  private final AtomicLong afterAny = new AtomicLong();
  private final AtomicLong afterWhole = new AtomicLong();
  private final AtomicLong wholes = new AtomicLong();

  /** Since Java's start, in milliseconds. */
  private volatile long began;

  HeapUse() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener((notification, handback) -> collected(notification), null, null);
    }
  }

  /** Collects, and counts from here on. */
  void begin() {
    System.gc();
    began = ManagementFactory.getRuntimeMXBean().getUptime();
    pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    afterAny.set(0);
    afterWhole.set(0);
    wholes.set(0);
  }

  private void collected(Notification notification) {
    if (!notification
        .getType()
        .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      return;
    }
    GarbageCollectionNotificationInfo info =
        GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    if (info.getGcInfo().getEndTime() <= began) {
      return; // Notices come from another thread, later.
    }
    long used = used(info.getGcInfo().getMemoryUsageAfterGc());
    afterAny.accumulateAndGet(used, Math::max);
    if (info.getGcAction().contains("major")) {
      afterWhole.accumulateAndGet(used, Math::max);
      wholes.incrementAndGet();
    }
  }

  private long used(Map<String, MemoryUsage> usage) {
    return usage.entrySet().stream()
        .filter(entry -> names.contains(entry.getKey()))
        .mapToLong(entry -> entry.getValue().getUsed())
        .sum();
  }

  /**
   * The most that was in use since {@link #begin}, each part of the heap at its own time, in MB.
   */
  long peak() {
    return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20;
  }

  /** For people. */
  @Override
  public String toString() {
    return "at most %,d MB of heap, %,d after a collection, %,d after one of %d of the whole heap"
        .formatted(peak(), afterAny.get() >> 20, afterWhole.get() >> 20, wholes.get());
  }
}

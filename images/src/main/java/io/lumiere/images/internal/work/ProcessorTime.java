package io.lumiere.images.internal.work;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much of a processor a thread takes. Its clock is looked at only when somebody asks: most work
 * is done before that. Used under its owner's lock.
 */
final class ProcessorTime {
  private final Thread thread;
  private long first = -1;

  ProcessorTime(Thread thread) {
    this.thread = thread;
  }

  /** Since this was first asked; null where that is not known. */
  @Nullable Duration taken() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    if (!threads.isThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
      return null;
    }
    long now = threads.getThreadCpuTime(thread.threadId());
    if (first < 0) {
      first = now;
    }
    return Duration.ofNanos(now - first);
  }
}

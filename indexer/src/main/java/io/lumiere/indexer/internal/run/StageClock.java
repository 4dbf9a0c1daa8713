package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.StageTimes;
import io.lumiere.indexer.StageTimes.Stage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import jdk.jfr.Category;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/**
 * Times the stages of a run over all its threads; to the JDK's flight recorder, each is an event
 * {@code io.lumiere.IndexStage}. Thread-safe.
 */
final class StageClock {
  private final Map<Stage, LongAdder> nanos = new EnumMap<>(Stage.class);
  private final AtomicBoolean counts = new AtomicBoolean();
  private volatile long begun = System.nanoTime();
  private volatile long processor = processorNanos();

  StageClock() {
    for (Stage stage : Stage.values()) {
      nanos.put(stage, new LongAdder());
    }
  }

  /** Work that gives something. */
  interface Work<T, E extends Exception> {
    T run() throws E;
  }

  /** A stage of one file. */
  @Name("io.lumiere.IndexStage")
  @Label("Stage of indexing")
  @Category("Lumiere")
  @StackTrace(false)
  private static final class StageEvent extends Event {
    @Label("Stage")
    @SuppressWarnings("UnusedVariable") // The recorder reads it.
    String stage = "";
  }

  /** Counts from now on, if it does not yet: a run of several parts is counted as one. */
  void begin() {
    if (counts.compareAndSet(false, true)) {
      begun = System.nanoTime();
      processor = processorNanos();
    }
  }

  /** Does work of a stage. */
  <T, E extends Exception> T time(Stage stage, Work<T, E> work) throws E {
    StageEvent event = new StageEvent();
    event.begin();
    long start = System.nanoTime();
    try {
      return work.run();
    } finally {
      add(stage, System.nanoTime() - start);
      event.stage = stage.words();
      event.commit();
    }
  }

  /**
   * Begins a part of a stage, on any thread, that is another stage. What it gives ends the part,
   * which is taken off the stage's time; events of the two overlap.
   */
  Runnable beginPart(Stage whole, Stage part) {
    StageEvent event = new StageEvent();
    event.begin();
    long start = System.nanoTime();
    return () -> {
      long time = System.nanoTime() - start;
      add(part, time);
      add(whole, -time);
      event.stage = part.words();
      event.commit();
    };
  }

  StageTimes times() {
    Map<Stage, Duration> times = new EnumMap<>(Stage.class);
    nanos.forEach((stage, sum) -> {
      if (sum.sum() > 0) {
        times.put(stage, Duration.ofNanos(sum.sum()));
      }
    });
    return new StageTimes(
        times,
        Duration.ofNanos(System.nanoTime() - begun),
        Duration.ofNanos(processorNanos() - processor),
        Runtime.getRuntime().availableProcessors());
  }

  private void add(Stage stage, long time) {
    LongAdder sum = nanos.get(stage);
    if (sum != null) {
      sum.add(time);
    }
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }
}

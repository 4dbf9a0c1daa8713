package io.lumiere.indexer.internal.run;

import io.lumiere.indexer.Failure;
import io.lumiere.indexer.FileCounts;
import io.lumiere.indexer.Progress;
import io.lumiere.indexer.Progress.Phase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a run does. {@link #count}, {@link #countDamaged} and {@link #fail} are thread-safe,
 * the rest is the run's.
 */
final class Tally {
  private final long start = System.nanoTime();
  private final Map<Outcome, LongAdder> kinds = new EnumMap<>(Outcome.class);
  private final LongAdder damaged = new LongAdder();
  private final LongAdder bytes = new LongAdder();
  private final ConcurrentLinkedQueue<Failure> failures = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Failure> unreported = new ConcurrentLinkedQueue<>();
  private final RateMeter rate = new RateMeter();
  private long tasks;
  private long found;
  private long known;
  private long deleted;
  private long ignored;

  Tally() {
    for (Outcome kind : Outcome.values()) {
      kinds.put(kind, new LongAdder());
    }
  }

  /**
   * Sets what is known before anything is read.
   *
   * @param newFound photos that the run is about
   * @param unchanged those of them that are done already
   * @param newTasks files that the run must read
   * @param knownFailures failures that are known already
   */
  void begin(long newFound, long unchanged, int newTasks, List<Failure> knownFailures) {
    found = newFound;
    known = unchanged;
    tasks = newTasks;
    adder(Outcome.UNCHANGED).add(unchanged);
    report(knownFailures);
  }

  /** Adds failures that are not of files that the run must read. */
  void report(List<Failure> more) {
    failures.addAll(more);
    unreported.addAll(more);
  }

  void count(Outcome kind, long fileBytes) {
    adder(kind).increment();
    bytes.add(fileBytes);
  }

  void fail(String path, String reason) {
    Failure failure = new Failure(path, reason);
    failures.add(failure);
    unreported.add(failure);
    adder(Outcome.FAILED).increment();
  }

  void delete(long count, long ofThemIgnored) {
    deleted += count;
    ignored += ofThemIgnored;
  }

  long get(Outcome kind) {
    return adder(kind).sum();
  }

  /** Counts files that another machine has dealt with. */
  void countElsewhere(long files) {
    adder(Outcome.ELSEWHERE).add(files);
  }

  /** Counts a photo whose metadata are damaged. */
  void countDamaged() {
    damaged.increment();
  }

  long bytes() {
    return bytes.sum();
  }

  FileCounts counts() {
    return new FileCounts(
        get(Outcome.ADDED),
        get(Outcome.UPDATED),
        get(Outcome.MOVED),
        get(Outcome.UNCHANGED) + get(Outcome.REREAD),
        get(Outcome.REREAD),
        deleted,
        ignored,
        damaged.sum(),
        bytes());
  }

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  List<Failure> failures() {
    Collection<Failure> all = new ArrayList<>(failures);
    return all.stream().sorted(Comparator.comparing(Failure::path)).toList();
  }

  /** Those that no earlier call gave. */
  List<Failure> newFailures() {
    List<Failure> fresh = new ArrayList<>();
    for (Failure next = unreported.poll(); next != null; next = unreported.poll()) {
      fresh.add(next);
    }
    return fresh;
  }

  /** The run is held: its speed is measured again from here on. */
  void hold() {
    rate.restart();
  }

  Progress scanning(long foundSoFar) {
    return progress(Phase.SCANNING, foundSoFar, OptionalLong.empty(), 0, 0);
  }

  Progress progress(Phase phase) {
    long processed = processed() - known;
    double perSecond = rate.update(elapsed().toNanos() / 1e9, processed);
    long done = found - tasks + processed;
    return progress(phase, done, OptionalLong.of(found), perSecond, tasks - processed);
  }

  private Progress progress(
      Phase phase, long done, OptionalLong total, double perSecond, long left) {
    return new Progress(
        phase,
        done,
        total,
        counts(),
        failures.size(),
        perSecond,
        perSecond > 0 ? Duration.ofMillis((long) (1000 * left / perSecond)) : null,
        elapsed());
  }

  private long processed() {
    return kinds.values().stream().mapToLong(LongAdder::sum).sum();
  }

  private LongAdder adder(Outcome kind) {
    return Objects.requireNonNull(kinds.get(kind));
  }
}

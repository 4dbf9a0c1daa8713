package io.lumiere.indexer;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the threads of an index run did, and how much of the processor it used. Immutable.
 *
 * <p>A run is as fast as the machine allows where {@link #used} is near 1: then the rate is the
 * number of cores over the processor time of a photo, whatever the stages are. Where it is not, the
 * waits say why: workers wait for files where the disk is slow, readers for room where the workers
 * are, and photos for memory where many large ones are decoded at a time. At the end all wait for
 * the last commit and merges.
 *
 * @param times of each stage, added up over all threads; one that did not come up is left out
 * @param elapsed from the first file to the end of the last merge
 * @param processor time that the process used meanwhile; zero where the system does not say
 * @param cores of the machine
 */
public record StageTimes(
    Map<Stage, Duration> times, Duration elapsed, Duration processor, int cores) {
  /** Where nothing was read. */
  public static final StageTimes NONE = new StageTimes(Map.of(), Duration.ZERO, Duration.ZERO, 1);

  /** What a thread of a run is at. */
  public enum Stage {
    /** The bytes of files. */
    READ("reading"),
    /** Their SHA-256. */
    HASH("hashing"),
    /** From bytes to small pictures, waits for memory not among it. */
    DECODE("decoding"),
    /** From pictures to vectors. */
    ENCODE("encoding"),
    /** Dates, places and words. */
    METADATA("metadata"),
    /** Into the index, commits not among it. */
    WRITE("writing"),
    /** The last photos and merges into few segments, by the thread that waits for them. */
    END("the last commit and merges"),
    /** Workers that had no file. */
    WAIT_FOR_FILES("workers waiting for files"),
    /** Readers that had no room in memory. */
    WAIT_FOR_ROOM("readers waiting for workers"),
    /** Large photos that waited until others, which are decoded, give back their memory. */
    WAIT_FOR_MEMORY("photos waiting for memory to be decoded in");

    private final String words;

    Stage(String words) {
      this.words = words;
    }

    /** For people. */
    public String words() {
      return words;
    }
  }

  public StageTimes {
    times = times.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(times));
  }

  /** How much of all cores the process used, from 0 to 1. */
  public double used() {
    return share(processor);
  }

  /** A stage's time over that of all cores. It counts the waiting for a core, too. */
  public double share(Stage stage) {
    return share(times.getOrDefault(stage, Duration.ZERO));
  }

  private double share(Duration time) {
    return elapsed.isZero() ? 0 : (double) time.toNanos() / elapsed.toNanos() / cores;
  }
}

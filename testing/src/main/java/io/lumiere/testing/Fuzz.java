package io.lumiere.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs a check over damaged inputs. Each execution has a limit of time, and what it throws, an
 * {@link OutOfMemoryError} too, is a finding: the input is kept as a file below {@code
 * target/fuzz}, and the failure names it and the command that repeats it. The input is written
 * before the check sees it, so that one that brings the virtual machine down is not lost.
 *
 * <pre>{@code
 * Fuzz.target("parquet")
 *     .inputs(List.of(small, large))
 *     .suffix(".parquet")
 *     .times(2_000)
 *     .run(
 *         input -> {
 *           try {
 *             read(input.file());
 *             return true;
 *           } catch (LumiereException e) {
 *             return false;
 *           }
 *         });
 * }</pre>
 *
 * <p>A run with {@code -Dlumiere.fuzz.seconds=} goes on for that long at least; {@code
 * -Dlumiere.fuzz.times=} sets another number than {@link #times(int)}; {@code -Dlumiere.fuzz.file=}
 * checks that file alone, and what a test says of the report is skipped then; {@code
 * -Dlumiere.fuzz.only=} skips all targets but that one.
 */
public final class Fuzz {
  /** The property that says for how many seconds a target goes on. */
  static final String SECONDS = "lumiere.fuzz.seconds";

  /** The property that says when, in milliseconds since 1970, all targets end. */
  static final String END = "lumiere.fuzz.end";

  private final String target;
  private List<byte[]> inputs = List.of();
  private String suffix = ".bin";
  private long times = 1_000;
  private Duration limit = Duration.ofSeconds(20);
  private Mutator mutator = Mutations.BINARY;

  private Fuzz(String target) {
    if (!target.matches("[a-z0-9-]+")) {
      throw new IllegalArgumentException("a target's name is [a-z0-9-]+, not " + target);
    }
    this.target = target;
  }

  /**
   * A target that {@code ./lumiere fuzz NAME} runs: small letters, digits and hyphens. The command
   * looks for the call in the sources, so that the name must be written out in it.
   */
  public static Fuzz target(String name) {
    return new Fuzz(name);
  }

  /** The good inputs, at least one; each is also checked as it is. */
  public Fuzz inputs(Collection<byte[]> good) {
    inputs = List.copyOf(good);
    return this;
  }

  /** How the files' names end, where the check goes by that; {@code .bin} otherwise. */
  public Fuzz suffix(String end) {
    suffix = end;
    return this;
  }

  /** How many damaged inputs the test checks; 1,000 otherwise. Keep it to a few seconds' worth. */
  public Fuzz times(int count) {
    times = count;
    return this;
  }

  /** How long one execution may take; 20 seconds otherwise. */
  public Fuzz limit(Duration most) {
    limit = most;
    return this;
  }

  /** How inputs are damaged; as {@link Mutations#BINARY} otherwise. */
  public Fuzz mutatedBy(Mutator how) {
    mutator = how;
    return this;
  }

  /**
   * Runs it, and prints a line about it at the end.
   *
   * @throws AssertionError if there was a finding
   */
  public FuzzReport run(FuzzCheck check) throws IOException {
    Assumptions.assumeTrue(
        target.equals(System.getProperty("lumiere.fuzz.only", target)),
        "another target is asked for");
    if (inputs.isEmpty()) {
      throw new IllegalStateException("fuzz " + target + ": no inputs");
    }
    Assumptions.assumeTrue(
        System.currentTimeMillis() < Long.getLong(END, Long.MAX_VALUE), "the time is over");
    String only = System.getProperty("lumiere.fuzz.file");
    try (FuzzRun run = new FuzzRun(target, suffix, limit, check)) {
      if (only != null) {
        run.execute(Files.readAllBytes(Path.of(only)));
      } else {
        damage(run);
      }
      FuzzReport report = run.finish();
      Assumptions.assumeTrue(only == null, "one file says nothing of how many are taken");
      return report;
    }
  }

  private void damage(FuzzRun run) throws IOException {
    Random random = Seeds.random("fuzz " + target);
    for (byte[] input : inputs) {
      run.execute(input.clone());
    }
    long least = Long.getLong("lumiere.fuzz.times", times);
    long now = System.currentTimeMillis();
    long end = Math.min(now + Long.getLong(SECONDS, 0) * 1_000, Long.getLong(END, Long.MAX_VALUE));
    for (long i = 0; !run.isOver() && (i < least || System.currentTimeMillis() < end); i++) {
      byte[] input = inputs.get(random.nextInt(inputs.size()));
      byte[] other = inputs.get(random.nextInt(inputs.size()));
      run.execute(mutator.mutate(input, other, random));
    }
  }
}

package io.lumiere.testing;

import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where all randomness of the tests comes from: one seed a run, and from it another for each test
 * by its name, so that a test sees the same numbers whether it runs alone or with all others. The
 * run's seed is the same every time, unless {@code -Dlumiere.seed=} says otherwise. Safe for use by
 * several threads.
 *
 * <p>A test asks for a parameter {@code @Seeded Random random}; what is not a Jupiter test asks
 * {@link #random(String)}.
 */
public final class Seeds {
  /** The system property that sets the seed of a run. */
  public static final String PROPERTY = "lumiere.seed";

  static final long DEFAULT = 20_261_128;

  private static final Set<String> PRINTED = ConcurrentHashMap.newKeySet();

  private Seeds() {}

  /**
   * The seed of this run, at least 0.
   *
   * @throws IllegalArgumentException if the property's value is not such a number
   */
  public static long ofRun() {
    String value = System.getProperty(PROPERTY);
    if (value == null || value.isEmpty()) {
      return DEFAULT;
    }
    // Sixteen digits at most: Lucene's test framework reads the same text as a hexadecimal number.
    if (!value.matches("[0-9]{1,16}")) {
      throw new IllegalArgumentException(
          "-D" + PROPERTY + "=" + value + ": a seed is a number of at most 16 digits");
    }
    return Long.parseLong(value);
  }

  /** The seed for the test of that name in this run. */
  public static long of(String name) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
    }
    return mixed(hash + ofRun() * 0x9e3779b97f4a7c15L);
  }

  /**
   * Random numbers for the test of that name; prints the run's seed when the name is new.
   *
   * @param name the test class and what of it needs the numbers
   */
  public static Random random(String name) {
    print(name);
    return new Random(of(name));
  }

  /** Prints the run's seed, once for each name. */
  static void print(String name) {
    if (PRINTED.add(ofRun() + " " + name)) {
      System.out.println(name + ": -D" + PROPERTY + "=" + ofRun());
    }
  }

  /** SplitMix64's last step: near seeds and names give far results. */
  private static long mixed(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}

package io.lumiere.bench.data;

import java.util.ArrayList;
import java.util.List;

/**
 * The filters that all programs are measured with. Each keeps a part of the archive: photos at
 * random, or those of one time, which lie together in the order in which they came.
 */
public final class Filters {
  /** The random number of a photo is below this. */
  public static final int RANDOM_BOUND = 1_000_000;

  /** How many days the archive spans, whatever its size. */
  public static final int DAYS = 7_300;

  private static final double[] PARTS = {0.5, 0.2, 0.1, 0.05, 0.01, 0.001};

  private Filters() {}

  /**
   * A filter.
   *
   * @param name such as {@code all}, {@code random-0.05} or {@code time-0.05}
   * @param part how much it keeps
   * @param time whether it keeps a time, not photos at random
   */
  public record Filter(String name, double part, boolean time) {
    /** The highest random number that it keeps, plus 1. */
    public int randomBound() {
      return (int) Math.round(part * RANDOM_BOUND);
    }

    /** The first day that it keeps. */
    public int firstDay() {
      return (int) (0.6 * (DAYS - days()));
    }

    /** How many days it keeps. */
    public int days() {
      return (int) Math.max(1, Math.round(part * DAYS));
    }

    /** Whether a photo passes. */
    public boolean keeps(int random, int day) {
      return part == 1
          || (time ? day >= firstDay() && day < firstDay() + days() : random < randomBound());
    }
  }

  /** All of them. */
  public static List<Filter> all() {
    List<Filter> filters = new ArrayList<>();
    filters.add(new Filter("all", 1, false));
    for (boolean time : new boolean[] {false, true}) {
      for (double part : PARTS) {
        filters.add(new Filter((time ? "time-" : "random-") + part, part, time));
      }
    }
    return List.copyOf(filters);
  }

  /** The filter of a name. */
  public static Filter named(String name) {
    return all().stream()
        .filter(filter -> filter.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no filter " + name));
  }

  /** The day of a photo by its place in an archive of {@code count} photos. */
  public static int day(int row, int count) {
    return (int) ((long) row * DAYS / count);
  }
}

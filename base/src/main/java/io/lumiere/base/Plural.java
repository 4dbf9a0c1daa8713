package io.lumiere.base;

/** Numbers of things, as people say them. Thread-safe. */
public final class Plural {
  private Plural() {}

  /** {@code 1 photo}, {@code 2 photos}. */
  public static String of(long count, String thing) {
    return count + " " + (count == 1 ? thing : thing + "s");
  }

  /** {@code 1 file that could not be read}, {@code 2 files that ...}. */
  public static String of(long count, String thing, String more) {
    return of(count, thing) + " " + more;
  }
}

package io.lumiere.query.hybrid;

/**
 * How much each of several directories sends first, where the best of all of them are wanted.
 * Photos lie in the directories as they come, so somewhat more than an even share is enough nearly
 * always. Thread-safe.
 */
public final class FirstShare {
  /** In standard deviations. */
  private static final int SPREAD = 4;

  private FirstShare() {}

  /**
   * How many each sends.
   *
   * @param most how many are wanted of all directories
   * @param least a share of few is far from even, so it is so many more
   */
  public static int of(int most, int directories, int least) {
    double share = (double) most / Math.max(1, directories);
    return (int) Math.min(most, Math.ceil(share + SPREAD * Math.sqrt(share) + least));
  }
}

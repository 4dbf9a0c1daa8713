package io.lumiere.query.hybrid;

/**
 * How much work the search for the nearest vectors takes on itself. Immutable.
 *
 * <p>There are two ways to find them. One looks at all that pass the filter, which misses nothing
 * or next to nothing, and takes time in proportion to their number {@code a}. The other walks
 * through the graph of each segment and finds nearly all. To keep {@code c} candidates that pass,
 * it has to visit some {@code c / p} documents and their neighbours, where {@code p = a / n} is the
 * part of the {@code n} documents that pass. So looking at all takes {@code A * a}, the walk {@code
 * B * c * n / a}, and they take the same time where {@code a = sqrt(B / A * c * n)}.
 *
 * @param candidates how many documents the walk keeps in sight, over all segments, at least
 * @param exactLimit up to how many documents that pass are all compared by their vectors, and above
 *     which the graphs are walked through; {@link #BY_COST} to choose what takes less time, with
 *     the help of {@link ShortCodes}
 */
record NearestEffort(int candidates, int exactLimit) {
  /** Compares all where that takes less time than a walk, or little time. */
  static final int BY_COST = -1;

  /**
   * How many documents are always compared: a walk through as many takes a few milliseconds less at
   * most, and may miss some.
   */
  private static final int ALWAYS_EXACT = 50_000;

  /**
   * How many documents are always looked at, by their short codes: in an index of as many that
   * takes a millisecond or two more than a walk, which misses 3 of 100 of the ten nearest to a
   * text, where the codes miss next to none.
   */
  private static final int ALWAYS_ESTIMATED = 100_000;

  /**
   * {@code B / A}: a walk looks at about ten neighbours for each candidate, in an order that the
   * processor's caches do not foresee. Measured 14 by vectors (a million documents), and 25 to 33
   * by codes (200,000).
   */
  private static final double WALK_COST = 20;

  /**
   * By how many standard deviations a segment may hold more of the nearest documents than its
   * share. A segment that holds even more is walked through again.
   */
  private static final double DEVIATIONS = 16;

  static final NearestEffort DEFAULT = new NearestEffort(2_000, BY_COST);

  /** How the nearest documents are found. */
  enum Way {
    /** The vectors of all that pass are compared. */
    COMPARE_ALL,
    /** All that pass are estimated by short codes, where there are any, and the best compared. */
    ESTIMATE_ALL,
    /** The graphs are walked through, and the best that the walks found are compared. */
    WALK
  }

  NearestEffort {
    if (candidates < 1) {
      throw new IllegalArgumentException("candidates are " + candidates + ", not at least 1");
    }
  }

  NearestEffort withExactLimit(int documents) {
    return new NearestEffort(candidates, documents);
  }

  NearestEffort withCandidates(int documents) {
    return new NearestEffort(documents, exactLimit);
  }

  /** How many candidates a walk keeps for a window. */
  int candidates(int window) {
    return Math.max(candidates, window);
  }

  /** Whether short codes may be used. */
  boolean estimates() {
    return exactLimit == BY_COST;
  }

  /**
   * How many documents are kept by estimates, to be compared by their vectors. With 2,000 of
   * 200,000, estimates of two bits lose one of 250 of the ten nearest to a text, whose cosines
   * differ least, and one of 110 of the hundred nearest; with 500 one of 250, and one of 10.
   */
  int shortList(int window) {
    return Math.max(candidates, (int) Math.min(window + window / 2L, Integer.MAX_VALUE));
  }

  /**
   * How the nearest documents are found.
   *
   * @param passing how many pass the filter, in the whole index: a segment has no limit of its own,
   *     since photos of one year or place are often in few segments
   * @param documents how many documents the index has
   * @param kept how many candidates the walks through all segments keep together
   */
  Way way(long passing, long documents, long kept) {
    if (!estimates()) {
      return passing <= exactLimit ? Way.COMPARE_ALL : Way.WALK;
    }
    if (passing <= ALWAYS_EXACT) {
      return Way.COMPARE_ALL;
    }
    double cheaper = Math.sqrt(WALK_COST * kept * documents);
    return passing <= Math.max(ALWAYS_ESTIMATED, cheaper) ? Way.ESTIMATE_ALL : Way.WALK;
  }

  /**
   * How many candidates the walk through one segment keeps.
   *
   * @param candidates those of the whole index
   * @param part what part of the index the segment is
   */
  static int share(int candidates, double part) {
    double expected = candidates * part;
    double most = expected + DEVIATIONS * Math.sqrt(expected * (1 - part));
    return (int) Math.clamp(Math.ceil(most), 1, candidates);
  }
}

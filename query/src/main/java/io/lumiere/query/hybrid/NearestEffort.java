package io.lumiere.query.hybrid;

/**
 * How much work the search for the nearest vectors takes on itself. Immutable.
 *
 * <p>There are three ways to find them. One compares all that pass the filter, and misses nothing.
 * One estimates all by their {@link ShortCodes} and compares a short list, which misses next to
 * nothing. Both take time in proportion to how many there are. The third walks through the graph of
 * each segment and finds nearly all: to keep {@code c} candidates that pass, it has to visit some
 * {@code c / p} documents and their neighbours, where {@code p} is the part of all documents that
 * pass.
 *
 * <p>All costs are in the time that comparing one vector with its neighbours in memory takes; they
 * were measured among 200,000 and a million vectors of length 384.
 *
 * @param candidates how many documents the walk keeps in sight, over all segments, at least
 * @param exactLimit up to how many documents that pass are all compared by their vectors, and above
 *     which the graphs are walked through; {@link #BY_COST} to choose what takes less time, with
 *     the help of {@link ShortCodes}
 */
record NearestEffort(int candidates, int exactLimit) {
  /** Takes the way that costs least, or one that misses less and costs up to five times as much. */
  static final int BY_COST = -1;

  /**
   * How many documents are always compared where there are no codes: a walk through as many takes a
   * few milliseconds less at most, and may miss some.
   */
  private static final int ALWAYS_EXACT = 50_000;

  /** Estimating a document whose code is next to the one before, most by the first words of it. */
  private static final double ESTIMATE = .03;

  /** Estimating one by the whole code, where most of those around it are not looked at. */
  private static final double ESTIMATE_ONE = .3;

  /** Comparing the vector of one on the short list. */
  private static final double RESCORING = 3.4;

  /** Keeping a candidate on a walk by codes: it looks at about ten of its neighbours. */
  private static final double WALK_BY_CODES = 17;

  /** The same by vectors. */
  private static final double WALK_BY_VECTORS = 21;

  /**
   * A look at one on a short walk. By its whole code it takes twice as long, but most walks need
   * half the looks that are expected of them.
   */
  private static final double LOOK = .6;

  /**
   * How much longer than a walk estimates may take: a walk misses 2 or 3 of 100 of the ten nearest
   * to a text among a million, and 15 among ten million of 64 dimensions, where estimates miss 3 in
   * three times the time. With this, estimates are taken up to some thirteen million documents.
   */
  private static final double WORTH_OF_ESTIMATES = 5;

  /**
   * How long a short walk may take as a part of estimating all, which is what follows if it fails.
   */
  private static final double WORTH_OF_SHORT_WALK = .75;

  /**
   * By how many standard deviations a segment may hold more of the nearest documents than its
   * share. A segment that holds even more is walked through again.
   */
  private static final double DEVIATIONS = 16;

  /**
   * How many are kept by estimates where only the first hits are looked for, at least: 1,000 of
   * 200,000 lose one of 1,000 of the ten nearest to a text, 500 six.
   */
  private static final int LEAST_SHORT_LIST = 1_000;

  /** The same for each hit: 1,020 lose two of a hundred of the fifty nearest. */
  private static final int SHORT_LIST_FOR_ONE = 30;

  /** How many are kept by the first words of their codes for one that is kept by whole codes. */
  private static final int FIRSTS_FOR_ONE = 5;

  /**
   * One of how many is kept by the first words at least: of a million, with 12,500 kept, .995 of
   * the ten nearest to a text are found, with 10,000 .992, with 5,000 .978.
   */
  private static final int FIRSTS_OF = 80;

  /**
   * How many are kept by the first words for each of the hits, where only the first are looked for:
   * of a million, with 15,000 kept, .963 of the hundred nearest to a text are found, with 25,000
   * .981, in 1.08 times the time.
   */
  private static final int FIRSTS_FOR_HIT = 250;

  /** One of how many is kept for that at most: of fewer documents, fewer are nearly as near. */
  private static final int MOST_FIRSTS_OF = 40;

  private static final int MOST_FIRSTS = Integer.MAX_VALUE / 2;

  /**
   * In place of a number of hits, where a whole window is looked for: it is one for all pages, so
   * it does not depend on how many hits a page has.
   */
  static final int WINDOW = 0;

  /** From how many dimensions on codes are so good. Those of 48 lose three of a hundred. */
  private static final double GOOD_DIMENSION = 256;

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

  /** As {@link #shortList}, where only the first hits of a window are looked for. */
  int shortListOfFirst(int hits, int window, int dimension) {
    double longEnough = Math.max(LEAST_SHORT_LIST, (double) SHORT_LIST_FOR_ONE * hits);
    return (int) Math.min(longEnough * poorness(dimension), shortList(window));
  }

  /**
   * How many are kept by the first words of their codes, so that a short list is made of them.
   *
   * @param hits how many are looked for; {@link #WINDOW} where that is not known
   * @param passing of how many
   */
  static int firsts(int shortList, int hits, long passing) {
    long forHits = Math.min((long) FIRSTS_FOR_HIT * hits, passing / MOST_FIRSTS_OF);
    long least = Math.max(passing / FIRSTS_OF, forHits);
    return (int) Math.min(Math.max((long) FIRSTS_FOR_ONE * shortList, least), MOST_FIRSTS);
  }

  /** How many times as many documents have to be compared where codes of short vectors are poor. */
  static double poorness(int dimension) {
    return Math.max(1, GOOD_DIMENSION / dimension);
  }

  /**
   * How the nearest documents are found.
   *
   * @param passing how many pass the filter, in the whole index: a segment has no limit of its own,
   *     since photos of one year or place are often in few segments
   * @param documents how many documents the index has
   * @param kept how many candidates the walks through all segments keep together
   * @param coded whether they have short codes
   * @param window how many are looked for
   */
  Way way(long passing, long documents, long kept, boolean coded, int window) {
    if (!estimates()) {
      return passing <= exactLimit ? Way.COMPARE_ALL : Way.WALK;
    }
    if (passing <= comparedAnyway(window)) {
      return Way.COMPARE_ALL;
    }
    double visited = kept * (double) documents / passing;
    if (!coded) {
      return passing <= Math.max(ALWAYS_EXACT, WALK_BY_VECTORS * visited)
          ? Way.COMPARE_ALL
          : Way.WALK;
    }
    double rescoring = RESCORING * shortList(window);
    double estimates = estimates(passing, documents) + rescoring;
    if (passing <= estimates) {
      return Way.COMPARE_ALL;
    }
    double walk = WALK_BY_CODES * visited + rescoring;
    return estimates <= WORTH_OF_ESTIMATES * walk ? Way.ESTIMATE_ALL : Way.WALK;
  }

  /**
   * How many documents a {@link ShortWalk} may look at so that it takes less time than to estimate
   * all for the first hits.
   */
  static int shortWalk(long passing, long documents) {
    double estimates = estimates(passing, documents) + RESCORING * LEAST_SHORT_LIST;
    return (int) Math.min(WORTH_OF_SHORT_WALK * estimates / LOOK, Integer.MAX_VALUE);
  }

  /** How many looks of a short walk take as long as to estimate some by their whole codes. */
  static int looks(int documents) {
    return (int) (ESTIMATE_ONE / LOOK * documents);
  }

  private static double estimates(long passing, long documents) {
    return isScanned(passing, documents) ? ESTIMATE * documents : ESTIMATE_ONE * passing;
  }

  /** Whether the codes of all are looked at, though few pass: one after the other takes less. */
  static boolean isScanned(long passing, long documents) {
    return ESTIMATE * documents <= ESTIMATE_ONE * passing;
  }

  /** Up to how many documents are compared whether they have codes or not. */
  int comparedAnyway(int window) {
    return (int) Math.min(RESCORING * shortList(window), ALWAYS_EXACT);
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

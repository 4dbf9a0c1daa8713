package io.lumiere.query.hybrid;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The best documents of segments by their {@link ShortCodes}, which make a short list of many. Not
 * thread-safe; it uses the searcher's threads.
 */
final class Estimates {
  /** How many times as many documents as are kept there have to be, for a sample to save time. */
  private static final int WORTH_A_SAMPLE = 8;

  /** How many of a sample there are, at least, that the score they have is not one by chance. */
  private static final int LEAST_SAMPLE = 32;

  /** How many codes that follow one another are looked at in the time that refining one takes. */
  private static final int REFINING = 12;

  private final LeafThreads threads;
  private final String field;
  private final float[] vector;

  /** Those of each segment: what they make of the vector takes a while to make. */
  private final Map<AcceptedLeaf, LeafSearch> searches = new ConcurrentHashMap<>();

  /** Estimates for documents near a vector. */
  Estimates(LeafThreads threads, String field, float[] vector) {
    this.threads = threads;
    this.field = field;
    this.vector = vector;
  }

  /** The search of a segment that estimates. One thread at a time looks at a segment. */
  LeafSearch of(AcceptedLeaf leaf) throws IOException {
    LeafSearch known = searches.get(leaf);
    if (known == null) {
      known = LeafSearch.estimating(leaf, field, vector);
      searches.put(leaf, known);
    }
    return known;
  }

  /**
   * The best of all by their codes, of those that are the best by the first words of these; and as
   * many of the segments without codes. These have scores that are no estimates, which spread more:
   * ranked together, they would take the places of others that are as near.
   *
   * @param hits how many of them are looked for; {@link NearestEffort#WINDOW} where that is not
   *     known
   */
  Ranked best(List<AcceptedLeaf> leaves, int hits, int most) throws IOException {
    List<AcceptedLeaf> coded = new ArrayList<>();
    List<AcceptedLeaf> others = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      (of(leaf).isCoded() ? coded : others).add(leaf);
    }
    Ranked best = bestByCodes(coded, hits, most);
    if (others.isEmpty()) {
      return best;
    }
    Ranked exact =
        threads
            .best(
                others,
                most,
                (leaf, near) ->
                    LeafSearch.exact(leaf, field, vector).addAll(near, leaf.context().docBase))
            .ranked();
    BestDocs both = new BestDocs(best.size() + exact.size());
    both.addAll(best, 0);
    both.addAll(exact, 0);
    return both.ranked();
  }

  private Ranked bestByCodes(List<AcceptedLeaf> leaves, int hits, int most) throws IOException {
    long passing = AcceptedLeaf.total(leaves);
    int expected = NearestEffort.firsts(most, hits, passing);
    return refined(leaves, firsts(leaves, expected).inOrder(), most);
  }

  /** The best of some, by whole codes. */
  Ranked refined(List<AcceptedLeaf> leaves, Ranked firsts, int most) throws IOException {
    return threads
        .bestOf(
            REFINING * (long) firsts.size(),
            leaves,
            most,
            (leaf, best) -> of(leaf).refine(firsts, best))
        .inOrder();
  }

  /**
   * The best by the first words of their codes, between half and twice as many as are expected: to
   * keep exactly so many would take longer than to look at a few more.
   */
  private BestDocs firsts(List<AcceptedLeaf> leaves, int expected) throws IOException {
    float least = likelyEnough(leaves, expected);
    int most = 2 * expected;
    List<AcceptedLeaf> parts = new ArrayList<>();
    for (AcceptedLeaf leaf : leaves) {
      parts.addAll(of(leaf).isScanned() ? threads.inParts(leaf) : List.of(leaf));
    }
    BestDocs firsts = threads.bestAbove(least, parts, most, this::addFirsts);
    boolean isEnough = firsts.size() >= expected / 2 || least == Float.NEGATIVE_INFINITY;
    return isEnough ? firsts : threads.best(parts, most, this::addFirsts);
  }

  private void addFirsts(AcceptedLeaf leaf, BestDocs best) throws IOException {
    of(leaf).addFirsts(best, leaf.context().docBase);
  }

  /**
   * A score that about as many documents have as are kept, by a sample of them: without it, most of
   * those that are looked at first are kept for a while, which takes as long as to look at them.
   */
  private float likelyEnough(List<AcceptedLeaf> leaves, int kept) throws IOException {
    long documents = AcceptedLeaf.total(leaves);
    if (documents / WORTH_A_SAMPLE < kept) {
      return Float.NEGATIVE_INFINITY;
    }
    BestDocs sample = new BestDocs(kept / LeafSearch.SAMPLED_OF + LEAST_SAMPLE);
    for (AcceptedLeaf leaf : leaves) {
      of(leaf).addSample(sample);
    }
    Ranked best = sample.ranked();
    return sample.isFull() ? best.scores()[best.size() - 1] : Float.NEGATIVE_INFINITY;
  }
}

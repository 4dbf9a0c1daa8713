package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import org.apache.lucene.util.Bits;
import org.junit.jupiter.api.Test;

/** What a short walk decides: how far it goes, when it ends, and whether what it met is enough. */
class ShortWalkTest {
  private static final int DIMENSION = 128;
  private static final int DOCUMENTS = 14_000;

  @Test
  void hitsAreAmongTheFirst() {
    ShortWalk walk = ShortWalk.of(2, DIMENSION, DOCUMENTS);
    float[] scores = {.9f, .8f, .7f, .6f};
    Ranked met = new Ranked(new int[] {5, 3, 9, 4}, scores);
    assertThat(walk.areAmongFirst(2, met, new Ranked(new int[] {3, 5, 4, 9}, scores))).isTrue();
    assertThat(walk.areAmongFirst(2, met, new Ranked(new int[] {3, 9, 5, 4}, scores))).isFalse();
    assertThat(walk.areAmongFirst(3, met, new Ranked(new int[] {3, 9, 5, 4}, scores))).isTrue();
    Ranked both = new Ranked(new int[] {7, 3}, new float[] {.9f, .8f});
    walk.areAmongFirst(2, met, both);
    assertThat(both.docs()).containsExactly(7, 3);
  }

  @Test
  void aWalkIsNoLongerWhereManyPass() {
    ShortWalk all = ShortWalk.of(11, DIMENSION, 200_000);
    ShortWalk half = ShortWalk.within(100_000, 11, DIMENSION, 200_000, Integer.MAX_VALUE);
    ShortWalk some = ShortWalk.within(10_000, 11, DIMENSION, 200_000, Integer.MAX_VALUE);
    assertThat(half.expectedVisits(1)).isLessThan(1.2 * all.expectedVisits(1));
    assertThat(some.expectedVisits(1))
        .isBetween(3 * all.expectedVisits(1), 6 * all.expectedVisits(1));
  }

  @Test
  void aWalkEndsSoonWhereTheQueryIsFarFromAll() {
    assertThat(endsSoon(20)).isFalse();
    assertThat(endsSoon(100)).isTrue();
  }

  /** Whether a walk does among documents that are in a ball of so many dimensions. */
  private static boolean endsSoon(int dimension) {
    ShortWalk walk = ShortWalk.of(11, DIMENSION, 200_000);
    WalkedScores scores = new WalkedScores(walk, 10_000, null, 0);
    int met = 5 * walk.candidates();
    for (int i = 0; i < met; i++) {
      int rank = (int) (i * 7_919L % met); // In no order.
      double distance = .5 * Math.pow((rank + 1.0) / met, 1.0 / dimension);
      scores.met(i, (float) (1 - distance * distance / 4));
      scores.looked(1);
    }
    return scores.isGivenUp();
  }

  @Test
  void aWalkGoesOnFromWhatIsNotMuchFartherAwayThanTheHits() {
    ShortWalk all = ShortWalk.of(11, 384, 200_000);
    ShortWalk few = ShortWalk.within(20_000, 11, 384, 200_000, Integer.MAX_VALUE);
    for (int i = 0; i < 11; i++) {
      assertThat(all.least()).isEqualTo(Float.NEGATIVE_INFINITY);
      assertThat(few.least()).isEqualTo(Float.NEGATIVE_INFINITY);
      all.offer(.9f, true);
      few.offer(.95f, false);
      few.offer(.9f, true);
    }
    assertThat(all.least()).isBetween(.87f, .89f);
    assertThat(few.least()).isBetween(all.least() + .002f, .9f);
    ShortWalk ofShort = ShortWalk.of(11, 24, 200_000);
    for (int i = 0; i < 11; i++) {
      ofShort.offer(.9f, true);
    }
    assertThat(ofShort.least()).as("estimates of short vectors are poor").isLessThan(.87f);
  }

  @Test
  void deletedDocumentsTakeNoPlacesOfOthers() {
    ShortWalk walk = ShortWalk.of(11, 384, 200_000);
    WalkedScores scores = new WalkedScores(walk, 10_000, new Bits.MatchNoBits(1_000), 0);
    for (int doc = 0; doc < 1_000; doc++) {
      scores.met(doc, .9f);
    }
    assertThat(scores.hasEnough()).isFalse();
    assertThat(walk.met().size()).isZero();
    assertThat(walk.least()).isEqualTo(Float.NEGATIVE_INFINITY);
  }

  @Test
  void amongNearDuplicatesAWalkGoesOnAsFarAsEstimatesErr() {
    for (float score : new float[] {.999f, 1.01f}) { // Estimates may be above 1.
      ShortWalk walk = ShortWalk.of(11, 400, 200_000);
      for (int i = 0; i < 11; i++) {
        walk.offer(score, true);
      }
      assertThat(walk.least()).isCloseTo(score - .01f, within(1e-6f));
    }
  }

  @Test
  void theDimensionIsThatOfABall() {
    for (int dimension : new int[] {2, 8, 20, 60}) {
      float[] scores = new float[500];
      for (int i = 0; i < scores.length; i++) {
        double distance = .5 * Math.pow((i + 1.0) / scores.length, 1.0 / dimension);
        scores[i] = (float) (1 - distance * distance / 4);
      }
      assertThat(Neighbourhood.ofVectors(scores, 192).dimension(11))
          .isCloseTo(dimension, withinPercentage(2));
      assertThat(Neighbourhood.ofVectors(scores, 500).dimension(100))
          .isCloseTo(dimension, withinPercentage(2));
    }
  }

  @Test
  void scoresAboveOneAreThoseOfCopies() {
    assertThat(Neighbourhood.ofVectors(new float[] {1.01f, .9f}, 2).dimension(1)).isZero();
    assertThat(Neighbourhood.ofVectors(new float[] {1.01f, 1.005f}, 2).dimension(1)).isNaN();
  }

  @Test
  void copiesOfTheQueryAreNotEnough() {
    float[] copies = new float[400];
    Arrays.fill(copies, 1);
    assertThat(ShortWalk.of(10, DIMENSION, DOCUMENTS).isEnough(copies)).isFalse();
    assertThat(ShortWalk.of(10, DIMENSION, DOCUMENTS).isEnough(new float[] {.9f, .8f})).isFalse();
  }

  @Test
  void aWalkForManyWouldNotBeShort() {
    assertThat(ShortWalk.of(101, DIMENSION, DOCUMENTS)).isNotNull();
    assertThat(ShortWalk.of(1_000, DIMENSION, DOCUMENTS)).isNull();
    assertThat(ShortWalk.of(Integer.MAX_VALUE, DIMENSION, DOCUMENTS)).isNull();
    assertThat(ShortWalk.of(11, DIMENSION, Integer.MAX_VALUE)).isNotNull();
  }
}

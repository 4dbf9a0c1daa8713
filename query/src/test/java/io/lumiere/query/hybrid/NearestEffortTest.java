package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.hybrid.NearestEffort.Way;
import org.junit.jupiter.api.Test;

/** When all vectors are compared, and how much a walk keeps in sight. */
class NearestEffortTest {
  private static final long MILLION = 1_000_000;

  @Test
  void withoutCodesAllAreComparedUpToALimitThatGrowsWithTheWalk() {
    assertThat(way(50_000, MILLION, 1, false)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(50_001, MILLION, 1, false)).isEqualTo(Way.WALK);
    // A window of 2,000 and one of 100, in ten segments.
    assertThat(way(200_000, MILLION, 4_200, false)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(200_000, MILLION, 600, false)).isEqualTo(Way.WALK);
    assertThat(way(MILLION, MILLION, 4_200, false)).isEqualTo(Way.WALK);
  }

  @Test
  void withCodesMoreAreEstimatedThanAWalkWouldVisit() {
    assertThat(way(5_000, MILLION, 4_200, true)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(10_500, 10_500, 2_000, true)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(20_000, 20_000, 2_000, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(11_000, MILLION, 4_200, true)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(50_000, MILLION, 4_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(100_000, MILLION, 4_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(500_000, MILLION, 4_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(200_000, 200_000, 3_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(MILLION, MILLION, 4_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(10 * MILLION, 10 * MILLION, 4_200, true)).isEqualTo(Way.ESTIMATE_ALL);
    assertThat(way(20 * MILLION, 20 * MILLION, 4_200, true)).isEqualTo(Way.WALK);
  }

  @Test
  void codesThatFollowOneAnotherAreLookedAtUnlessFewPass() {
    assertThat(NearestEffort.isScanned(MILLION, MILLION)).isTrue();
    assertThat(NearestEffort.isScanned(200_000, MILLION)).isTrue();
    assertThat(NearestEffort.isScanned(20_000, MILLION)).isFalse();
    // A walk that follows would then be worth less.
    assertThat(NearestEffort.shortWalk(20_000, MILLION))
        .isLessThan(NearestEffort.shortWalk(MILLION, MILLION));
  }

  @Test
  void moreAreKeptByTheFirstWordsOfMoreDocuments() {
    assertThat(NearestEffort.firsts(1_000, 11, 100_000)).isEqualTo(5_000);
    assertThat(NearestEffort.firsts(1_000, 11, MILLION)).isEqualTo(12_500);
    assertThat(NearestEffort.firsts(Integer.MAX_VALUE, Integer.MAX_VALUE, MILLION)).isPositive();
  }

  @Test
  void moreAreKeptByTheFirstWordsForMoreHits() {
    assertThat(NearestEffort.firsts(3_000, 91, MILLION)).isEqualTo(22_750);
    assertThat(NearestEffort.firsts(3_000, 101, MILLION)).isEqualTo(25_000);
    assertThat(NearestEffort.firsts(3_000, 101, 200_000)).isEqualTo(15_000);
    assertThat(NearestEffort.firsts(3_000, NearestEffort.WINDOW, MILLION)).isEqualTo(15_000);
  }

  @Test
  void nothingPassingIsComparedAll() {
    assertThat(way(0, MILLION, 0, false)).isEqualTo(Way.COMPARE_ALL);
    assertThat(way(0, 0, 0, true)).isEqualTo(Way.COMPARE_ALL);
  }

  @Test
  void codesAreNotAskedForWhereTheyWouldNotBeUsed() {
    NearestEffort effort = NearestEffort.DEFAULT;
    for (int window : new int[] {1, 2_000, 100_000}) {
      long anyway = effort.comparedAnyway(window);
      for (boolean coded : new boolean[] {false, true}) {
        assertThat(effort.way(anyway, MILLION, 4_200, coded, window)).isEqualTo(Way.COMPARE_ALL);
      }
    }
  }

  private static Way way(long passing, long documents, long kept, boolean coded) {
    return NearestEffort.DEFAULT.way(passing, documents, kept, coded, 2_000);
  }

  @Test
  void aLimitThatIsSetIsTheLimit() {
    NearestEffort ten = NearestEffort.DEFAULT.withExactLimit(10);
    assertThat(ten.way(10, MILLION, 4_200, true, 10)).isEqualTo(Way.COMPARE_ALL);
    assertThat(ten.way(11, 11, 4_200, true, 10)).isEqualTo(Way.WALK);
  }

  @Test
  void aWalkKeepsTheWindowAtLeast() {
    NearestEffort effort = NearestEffort.DEFAULT.withCandidates(300);
    assertThat(effort.candidates(20)).isEqualTo(300);
    assertThat(effort.candidates(500)).isEqualTo(500);
    assertThatThrownBy(() -> effort.withCandidates(0)).hasMessageContaining("0");
  }

  @Test
  void aShortListIsLongerThanTheWindow() {
    NearestEffort effort = NearestEffort.DEFAULT.withCandidates(300);
    assertThat(effort.shortList(20)).isEqualTo(300);
    assertThat(effort.shortList(500)).isEqualTo(750);
    assertThat(effort.shortList(Integer.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void theFirstHitsTakeAShorterListThanTheWindow() {
    NearestEffort effort = NearestEffort.DEFAULT;
    assertThat(effort.shortListOfFirst(1, 2_000, 256)).isEqualTo(1_000);
    assertThat(effort.shortListOfFirst(51, 2_000, 512)).isEqualTo(1_530);
    assertThat(effort.shortListOfFirst(1_000, 2_000, 384)).isEqualTo(3_000);
    assertThat(effort.shortListOfFirst(Integer.MAX_VALUE, 2_000, 384)).isEqualTo(3_000);
    assertThat(effort.withCandidates(50).shortListOfFirst(10, 40, 384)).isEqualTo(60);
    assertThat(effort.shortListOfFirst(1, 2_000, 128)).isEqualTo(2_000);
    assertThat(effort.shortListOfFirst(1, 2_000, 2)).isEqualTo(3_000);
  }

  @Test
  void aSegmentKeepsItsShareAndMore() {
    assertThat(NearestEffort.share(2_000, 1)).isEqualTo(2_000);
    assertThat(NearestEffort.share(2_000, .1)).isBetween(201, 1_000);
    assertThat(NearestEffort.share(5, .01)).isBetween(1, 5);
    assertThat(NearestEffort.share(1, 1e-6)).isEqualTo(1);
  }
}

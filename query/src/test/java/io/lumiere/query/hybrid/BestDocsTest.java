package io.lumiere.query.hybrid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The best documents are those that sorting all of them gives. */
class BestDocsTest {
  @Test
  void theBestAreThoseOfASort() {
    Random random = new Random(3);
    for (int round = 0; round < 300; round++) {
      int documents = random.nextInt(round % 10 == 0 ? 30_000 : 300);
      int most = 1 + random.nextInt(round % 3 == 0 ? 5_000 : 50);
      // Few different scores, so that many are equal; some negative.
      int values = 1 + random.nextInt(round % 2 == 0 ? 10 : 100_000);
      float[] scores = new float[documents];
      for (int i = 0; i < documents; i++) {
        scores[i] = (random.nextInt(values) - values / 3) / 7f;
      }
      assertThat(best(random, scores, most).docs()).isEqualTo(sorted(scores, most));
    }
  }

  @Test
  void anyOrderOfScoresIsTaken() {
    for (int most : new int[] {1, 7, 4_096, 9_000}) {
      float[] rising = new float[20_000];
      for (int i = 0; i < rising.length; i++) {
        rising[i] = Math.floorDiv(i, 3);
      }
      float[] falling = new float[rising.length];
      for (int i = 0; i < rising.length; i++) {
        falling[i] = rising[rising.length - 1 - i];
      }
      for (float[] scores : new float[][] {rising, falling, new float[rising.length]}) {
        BestDocs best = new BestDocs(most);
        for (int doc = 0; doc < scores.length; doc++) {
          best.add(doc, scores[doc]);
        }
        assertThat(best.ranked().docs()).isEqualTo(sorted(scores, most));
      }
    }
  }

  @Test
  void scoresStayAsTheyAreAndBothZerosAreEqual() {
    BestDocs best = new BestDocs(3);
    best.add(5, -0f);
    best.add(6, 0f);
    best.add(4, 0f);
    best.add(9, -1.5f);
    assertThat(best.ranked().docs()).containsExactly(4, 5, 6);
    BestDocs of = new BestDocs(2);
    of.addAll(new Ranked(new int[] {1, 0}, new float[] {.7f, -.25f}), 10);
    assertThat(of.ranked().docs()).containsExactly(11, 10);
    assertThat(of.ranked().scores()).containsExactly(.7f, -.25f);
  }

  /** Documents come in any order. */
  private static Ranked best(Random random, float[] scores, int most) {
    int[] docs = IntStream.range(0, scores.length).toArray();
    for (int i = docs.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = docs[i];
      docs[i] = docs[other];
      docs[other] = swapped;
    }
    BestDocs best = new BestDocs(most);
    for (int doc : docs) {
      best.add(doc, scores[doc]);
    }
    Ranked ranked = best.ranked();
    for (int i = 0; i < ranked.size(); i++) {
      assertThat(ranked.scores()[i]).isEqualTo(scores[ranked.docs()[i]]);
    }
    return ranked;
  }

  private static int[] sorted(float[] scores, int most) {
    Integer[] docs = IntStream.range(0, scores.length).boxed().toArray(Integer[]::new);
    Arrays.sort(
        docs, Comparator.comparingDouble((Integer doc) -> -scores[doc]).thenComparing(doc -> doc));
    return Arrays.stream(docs).limit(most).mapToInt(doc -> doc).toArray();
  }
}

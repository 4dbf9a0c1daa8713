package io.lumiere.query.alike;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.VectorUtil;

/**
 * Which photos of an archive look alike, in groups: each photo of a group is a near duplicate of
 * the group's first photo, by the cosine of their vectors. Groups are those of the whole archive:
 * what is searched for does not change them. Immutable.
 *
 * <p>They are found without comparing all photos with all. Two vectors that point nearly into one
 * direction have most bits of their {@link Sketches} in common, and so all bits of some band of 16.
 * Photos that share a band are compared by all bits, and those that differ in few by their vectors.
 * So nothing is in a group that should not be, and a few that should be are missed where they just
 * reach the cosine (the test has figures).
 *
 * <p>A band is shared by few photos as a rule. Where many share one, each is compared with the next
 * {@value #COMPARED} only, so time grows with the number of photos and not with its square.
 */
public final class AlikeGroups {
  /** The most photos with vectors; among more none are found. Sketches then take 256 MB. */
  public static final int MOST_PHOTOS = 4_000_000;

  private static final int NONE = -1;
  private static final int BANDS = Sketches.BITS / 16;
  private static final int COMPARED = 1_000;

  private final int[] groups;

  private AlikeGroups(int[] groups) {
    this.groups = groups;
  }

  /** The number of a document's group, from 0; -1 where it is in none. */
  public int of(int doc) {
    return groups[doc];
  }

  /**
   * Finds the groups of an archive. It takes some 20 s of a core for a million photos, and 100
   * bytes a photo.
   *
   * @param vectorField whose vectors are compared; documents may lack it
   * @param cosine from which two photos are near duplicates
   * @param isStopped asked now and then; where it says yes, nothing more is done
   * @throws CancellationException if it was stopped
   */
  public static AlikeGroups find(
      IndexReader reader, String vectorField, float cosine, BooleanSupplier isStopped)
      throws IOException {
    int[] groups = new int[reader.maxDoc()];
    Arrays.fill(groups, NONE);
    ArchiveVectors vectors = ArchiveVectors.of(reader, vectorField, MOST_PHOTOS);
    if (vectors.size() > 1 && vectors.size() <= MOST_PHOTOS) {
      long[] pairs = new Search(vectors, cosine, isStopped).pairs();
      group(pairs, vectors, groups);
    }
    return new AlikeGroups(groups);
  }

  /** Pairs come by their first photos, so that what these may stand behind comes before. */
  private static void group(long[] pairs, ArchiveVectors vectors, int[] groups) {
    for (long pair : pairs) {
      int first = vectors.doc((int) (pair >>> 32));
      int second = vectors.doc((int) pair);
      if ((groups[first] == NONE || groups[first] == first) && groups[second] == NONE) {
        groups[first] = first;
        groups[second] = first;
      }
    }
  }

  /** Finds pairs of photos that look alike. */
  private static final class Search {
    private final ArchiveVectors vectors;
    private final float cosine;
    private final BooleanSupplier isStopped;
    private final Sketches sketches;
    private final int most;
    private long[] pairs = new long[1024];
    private int size;

    Search(ArchiveVectors vectors, float cosine, BooleanSupplier isStopped) throws IOException {
      this.vectors = vectors;
      this.cosine = cosine;
      this.isStopped = isStopped;
      this.sketches = new Sketches(vectors.size(), vectors.mean());
      this.most = sketches.mostDiffering(cosine);
      int done = 0;
      for (int place : vectors.inIndexOrder()) {
        sketches.set(place, vectors.get(place));
        if (done++ % 1024 == 0) {
          checkStopped();
        }
      }
    }

    private void checkStopped() {
      if (isStopped.getAsBoolean()) {
        throw new CancellationException("the search for near duplicates was stopped");
      }
    }

    long[] pairs() throws IOException {
      int[] starts = new int[(1 << 16) + 1];
      int[] members = new int[vectors.size()];
      for (int band = 0; band < BANDS; band++) {
        gather(band, starts, members);
        for (int value = 0; value < starts.length - 1; value++) {
          compare(members, starts[value], starts[value + 1]);
        }
        keepOnce();
      }
      return Arrays.copyOf(pairs, size);
    }

    /** Sorts photos by their bits in a band. */
    private void gather(int band, int[] starts, int[] members) {
      Arrays.fill(starts, 0);
      for (int i = 0; i < members.length; i++) {
        starts[sketches.band(i, band) + 1]++;
      }
      for (int value = 1; value < starts.length; value++) {
        starts[value] += starts[value - 1];
      }
      int[] next = starts.clone();
      for (int i = 0; i < members.length; i++) {
        members[next[sketches.band(i, band)]++] = i;
      }
    }

    /** Compares photos that share a band; one that stands behind another is done with. */
    private void compare(int[] members, int from, int to) throws IOException {
      if (to - from < 2) {
        return;
      }
      checkStopped();
      long[] words = new long[(to - from) * Sketches.WORDS];
      for (int i = from; i < to; i++) {
        sketches.copy(members[i], words, (i - from) * Sketches.WORDS);
      }
      boolean[] isBehind = new boolean[to - from];
      for (int i = 0; i < isBehind.length; i++) {
        int end = Math.min(isBehind.length, i + 1 + COMPARED);
        float[] vector = null;
        for (int j = i + 1; j < end && !isBehind[i]; j++) {
          if (!isBehind[j] && differing(words, i, j, most) <= most) {
            vector = vector == null ? vectors.get(members[from + i]).clone() : vector;
            if (VectorUtil.dotProduct(vector, vectors.get(members[from + j])) >= cosine) {
              isBehind[j] = true;
              add(((long) members[from + i] << 32) | members[from + j]);
            }
          }
        }
      }
    }

    /** How many bits differ; more than {@code most} where counting has stopped there. */
    private static int differing(long[] words, int i, int j, int most) {
      int count = 0;
      for (int k = 0; k < Sketches.WORDS && count <= most; k += 2) {
        count +=
            Long.bitCount(words[i * Sketches.WORDS + k] ^ words[j * Sketches.WORDS + k])
                + Long.bitCount(
                    words[i * Sketches.WORDS + k + 1] ^ words[j * Sketches.WORDS + k + 1]);
      }
      return count;
    }

    private void add(long pair) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, 2 * size);
      }
      pairs[size++] = pair;
    }

    /** Most pairs share several bands. */
    private void keepOnce() {
      Arrays.sort(pairs, 0, size);
      int kept = 0;
      for (int i = 0; i < size; i++) {
        if (i == 0 || pairs[i] != pairs[i - 1]) {
          pairs[kept++] = pairs[i];
        }
      }
      size = kept;
    }
  }
}

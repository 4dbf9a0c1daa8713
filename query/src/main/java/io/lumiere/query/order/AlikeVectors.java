package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.LeafDocs;
import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.KnnVectorValues.DocIndexIterator;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/**
 * Says which of some photos' vectors are alike, exactly. Their first numbers are multiplied first:
 * the others can add no more than the product of their lengths, and where that is not enough, they
 * are not looked at. Most pairs of photos are not alike, so that spares most of the work. Not
 * thread-safe.
 *
 * <p>The first numbers of all photos lie together, number by number: so one photo is compared with
 * all others in loops that the compiler makes vector instructions of, in 4 ns for each.
 */
public final class AlikeVectors {
  /**
   * How many numbers come first, a multiple of {@link #STEP}. Half of what CLIP's vectors have are
   * enough to tell most photos apart, whose cosines are near .55: among 2,000 that takes a third of
   * the time that 64 numbers take.
   */
  private static final int FIRST = 192;

  /** How many are multiplied at once. */
  private static final int STEP = 4;

  /** Sums of floats in another order differ by less. */
  private static final float ROUNDING = 1e-4f;

  private final float[] @Nullable [] vectors;

  /** Number by number, and for each the photos in their order; 0 where there is none. */
  private final float[][] firsts;

  private final float[] restLengths;
  private final float cosine;

  /** The place of the photo that others are compared with. */
  private int one;

  /** How alike each of the others from there on is to it at most. */
  private final float[] most;

  /**
   * Vectors of photos.
   *
   * @param vectors one for each; a photo that lacks it is like no other
   * @param cosine from which two are alike
   */
  public AlikeVectors(float[] @Nullable [] vectors, float cosine) {
    this.vectors = vectors;
    this.restLengths = new float[vectors.length];
    this.most = new float[vectors.length];
    this.cosine = cosine;
    int dimension = Arrays.stream(vectors).mapToInt(v -> v == null ? 0 : v.length).max().orElse(0);
    this.firsts = new float[Math.min(FIRST, Math.ceilDiv(dimension, STEP) * STEP)][vectors.length];
    for (int i = 0; i < vectors.length; i++) {
      float[] vector = vectors[i];
      if (vector != null) {
        float[] first = Arrays.copyOf(vector, firsts.length);
        for (int n = 0; n < first.length; n++) {
          firsts[n][i] = first[n];
        }
        float rest = VectorUtil.dotProduct(vector, vector) - VectorUtil.dotProduct(first, first);
        restLengths[i] = (float) Math.sqrt(Math.max(0, rest));
      }
    }
  }

  /** Those of documents in a field, which documents may lack. */
  public static AlikeVectors of(IndexReader reader, int[] docs, String field, float cosine)
      throws IOException {
    return new AlikeVectors(read(reader, docs, field), cosine);
  }

  /** The vector of each document; null where it has none. */
  public static float[] @Nullable [] read(IndexReader reader, int[] docs, String field)
      throws IOException {
    float[] @Nullable [] vectors = new float[docs.length][];
    LeafDocs.visit(
        reader,
        docs,
        leaf -> {
          FloatVectorValues values = leaf.reader().getFloatVectorValues(field);
          if (values == null) {
            return (place, doc) -> {};
          }
          DocIndexIterator iterator = values.iterator();
          return (place, doc) -> {
            if (isAt(iterator, doc)) {
              vectors[place] = values.vectorValue(iterator.index()).clone();
            }
          };
        });
    return vectors;
  }

  private static boolean isAt(DocIndexIterator iterator, int doc) throws IOException {
    return (iterator.docID() < doc ? iterator.advance(doc) : iterator.docID()) == doc;
  }

  /** From now on, those that stand behind the document at this place are compared with it. */
  void compareWith(int place) {
    one = place;
    float rest = restLengths[place];
    for (int j = place; j < most.length; j++) {
      most[j] = rest * restLengths[j];
    }
    for (int n = 0; n < firsts.length; n += STEP) {
      add(firsts[n], firsts[n + 1], firsts[n + 2], firsts[n + 3], most, place);
    }
  }

  /** The loop stands alone, so that it becomes vectors. */
  private static void add(
      float[] one, float[] two, float[] three, float[] four, float[] sums, int from) {
    float first = one[from];
    float second = two[from];
    float third = three[from];
    float fourth = four[from];
    for (int j = from; j < sums.length; j++) {
      sums[j] += first * one[j] + second * two[j] + third * three[j] + fourth * four[j];
    }
  }

  /** Whether a document is alike to the one that it is compared with. */
  boolean isAlike(int place) {
    float[] vector = vectors[one];
    float[] other = vectors[place];
    return most[place] >= cosine - ROUNDING
        && vector != null
        && other != null
        && VectorUtil.dotProduct(vector, other) >= cosine;
  }
}

package io.lumiere.query.hybrid;

import java.io.IOException;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.util.hnsw.RandomVectorScorer;
import org.apache.lucene.util.quantization.OptimizedScalarQuantizer;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;
import org.jspecify.annotations.Nullable;

/**
 * Estimates dot products with a vector by {@link ShortCodes}: the sum that Lucene's quantized
 * scorer computes. That one copies each code and makes an object of what corrects it, which takes
 * longer than the sum. Not thread-safe.
 *
 * <p>A component of a document is {@code lower + step * d} with {@code d} of two bits, one of the
 * vector that is looked for {@code lower + step * q} with {@code q} of four, both after the mean of
 * the segment's vectors was taken away. The sum of all {@code d * q} is made of counted bits: those
 * that bit {@code i} of {@code d} and bit {@code j} of {@code q} have in common count {@code 2^(i +
 * j)}.
 */
final class ShortCodeScorer extends RandomVectorScorer.AbstractRandomVectorScorer {
  private static final int QUERY_BITS = 4;
  private static final int DOCUMENT_BITS = 2;
  private static final int HIGHEST_DIGIT = 3;

  /** How many documents are read before the first is estimated. */
  private static final int ROWS = 32;

  private static final int HIGHEST_QUERY_DIGIT = 15;

  /** Lower and upper end, what is added for the mean, and the sum of digits. */
  private static final int CORRECTIONS = 16;

  private final IndexInput codes;

  /** How many longs hold one bit of each component. */
  private final int words;

  /** How many longs hold all that is kept of a document. */
  private final int rowWords;

  /** What is kept of the documents that are looked at. */
  private final long[] rows;

  /** The bits of the vector that is looked for: all lowest ones first. */
  private final long[] query;

  private final float lower;
  private final float step;
  private final float digits;
  private final float added;
  private final float lowerTimesDimension;

  private ShortCodeScorer(QuantizedByteVectorValues values, float[] vector) throws IOException {
    super(values);
    int dimension = values.dimension();
    this.words = dimension / Long.SIZE;
    this.rowWords = DOCUMENT_BITS * words + CORRECTIONS / Long.BYTES;
    this.rows = new long[ROWS * rowWords];
    this.codes = values.getSlice().clone();
    byte[] quantized = new byte[dimension];
    OptimizedScalarQuantizer.QuantizationResult result =
        values
            .getQuantizer()
            .scalarQuantize(vector.clone(), quantized, (byte) QUERY_BITS, values.getCentroid());
    this.query = bits(quantized);
    this.lower = result.lowerInterval();
    this.step = (result.upperInterval() - lower) / HIGHEST_QUERY_DIGIT;
    this.digits = result.quantizedComponentSum();
    this.added = result.additionalCorrection() - values.getCentroidDP();
    this.lowerTimesDimension = lower * dimension;
  }

  /**
   * A scorer.
   *
   * @return null where the codes are not of a kind that it knows
   */
  static @Nullable ShortCodeScorer of(
      @Nullable QuantizedByteVectorValues values,
      VectorSimilarityFunction similarity,
      float[] vector)
      throws IOException {
    return values != null
            && similarity == VectorSimilarityFunction.DOT_PRODUCT
            && values.getScalarEncoding() == ScalarEncoding.DIBIT_QUERY_NIBBLE
            && values.dimension() % Long.SIZE == 0
            && values.dimension() == vector.length
        ? new ShortCodeScorer(values, vector)
        : null;
  }

  /** In the order in which codes have them: the first component is the highest bit of a byte. */
  private static long[] bits(byte[] quantized) {
    int words = quantized.length / Long.SIZE;
    long[] bits = new long[QUERY_BITS * words];
    for (int i = 0; i < quantized.length; i++) {
      // Bytes of a long are read the lowest first.
      int place = (i % Long.SIZE / Byte.SIZE) * Byte.SIZE + Byte.SIZE - 1 - i % Byte.SIZE;
      for (int bit = 0; bit < QUERY_BITS; bit++) {
        bits[bit * words + i / Long.SIZE] |= (quantized[i] >> bit & 1L) << place;
      }
    }
    return bits;
  }

  @Override
  public float score(int node) throws IOException {
    read(node, 0);
    return estimate(0);
  }

  /** Reads some, then estimates them: the processor waits for the memory of all at once. */
  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    float most = Float.NEGATIVE_INFINITY;
    for (int from = 0; from < count; from += ROWS) {
      int read = Math.min(ROWS, count - from);
      for (int i = 0; i < read; i++) {
        read(nodes[from + i], i);
      }
      for (int i = 0; i < read; i++) {
        estimates[from + i] = estimate(i * rowWords);
        most = Math.max(most, estimates[from + i]);
      }
    }
    return most;
  }

  private void read(int node, int place) throws IOException {
    codes.seek((long) node * rowWords * Long.BYTES);
    codes.readLongs(rows, place * rowWords, rowWords);
  }

  private float estimate(int row) {
    int products = products(row);
    long ends = rows[row + DOCUMENT_BITS * words];
    long rest = rows[row + DOCUMENT_BITS * words + 1];
    float docLower = Float.intBitsToFloat((int) ends);
    float docStep =
        (Float.intBitsToFloat((int) (ends >>> Integer.SIZE)) - docLower) / HIGHEST_DIGIT;
    float docAdded = Float.intBitsToFloat((int) rest);
    int docDigits = (int) (rest >>> Integer.SIZE);
    float dot =
        docLower * (lowerTimesDimension + step * digits)
            + docStep * (lower * docDigits + step * products)
            + added
            + docAdded;
    return (1 + Math.clamp(dot, -1f, 1f)) / 2;
  }

  /** The sum of the products of digits. */
  private int products(int row) {
    int ones = 0;
    int twos = 0;
    int fours = 0;
    int eights = 0;
    int sixteens = 0;
    for (int i = 0; i < words; i++) {
      long low = rows[row + i];
      long high = rows[row + words + i];
      long one = query[i];
      long two = query[words + i];
      long four = query[2 * words + i];
      long eight = query[3 * words + i];
      ones += Long.bitCount(low & one);
      twos += Long.bitCount(low & two) + Long.bitCount(high & one);
      fours += Long.bitCount(low & four) + Long.bitCount(high & two);
      eights += Long.bitCount(low & eight) + Long.bitCount(high & four);
      sixteens += Long.bitCount(high & eight);
    }
    return ones + 2 * twos + 4 * fours + 8 * eights + 16 * sixteens;
  }
}

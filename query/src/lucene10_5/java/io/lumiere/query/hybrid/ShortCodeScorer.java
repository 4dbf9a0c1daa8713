package io.lumiere.query.hybrid;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
 *
 * <p>Bits are counted for {@value #ROWS} documents in one loop, which the compiler makes vector
 * instructions of: for that, the bits of the vector that is looked for are repeated for each of
 * them. Codes of a dimension that does not fill whole longs are spread over them when they are
 * read.
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

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final IndexInput codes;

  /** How many bytes of a file hold one bit of each component. */
  private final int planeBytes;

  /** How many bytes of a file hold all that is kept of a document. */
  private final int rowBytes;

  /** What was read, where it does not have the form of {@link #rows}; else empty. */
  private final byte[] packed;

  /** How many longs hold one bit of each component. */
  private final int words;

  /** How many longs hold all that is kept of a document. */
  private final int rowWords;

  /** What is kept of the documents that are looked at. */
  private final long[] rows;

  /** For each of the rows, what its bits have in common with those that are looked for. */
  private final int[] common;

  /** The bits of the vector that is looked for, from the lowest, in place of both of a document. */
  private final long[] ones;

  private final long[] twos;
  private final long[] fours;
  private final long[] eights;

  private final float lower;
  private final float step;
  private final float digits;
  private final float added;
  private final float lowerTimesDimension;

  private ShortCodeScorer(QuantizedByteVectorValues values, float[] vector) throws IOException {
    super(values);
    int dimension = values.dimension();
    this.planeBytes = Math.ceilDiv(dimension, Byte.SIZE);
    this.rowBytes = DOCUMENT_BITS * planeBytes + CORRECTIONS;
    this.words = Math.ceilDiv(dimension, Long.SIZE);
    this.rowWords = DOCUMENT_BITS * words + CORRECTIONS / Long.BYTES;
    this.packed = new byte[rowBytes == rowWords * Long.BYTES ? 0 : ROWS * rowBytes];
    this.rows = new long[ROWS * rowWords];
    this.common = new int[rows.length];
    this.codes = values.getSlice().clone();
    byte[] quantized = new byte[dimension];
    OptimizedScalarQuantizer.QuantizationResult result =
        values
            .getQuantizer()
            .scalarQuantize(vector.clone(), quantized, (byte) QUERY_BITS, values.getCentroid());
    this.ones = bits(quantized, 0);
    this.twos = bits(quantized, 1);
    this.fours = bits(quantized, 2);
    this.eights = bits(quantized, 3);
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
            && values.dimension() == vector.length
        ? new ShortCodeScorer(values, vector)
        : null;
  }

  /**
   * One bit of each component, as rows have them: the first component is the highest bit of a byte.
   * What corrects an estimate has no bits.
   */
  private long[] bits(byte[] quantized, int bit) {
    long[] bits = new long[rows.length];
    for (int i = 0; i < quantized.length; i++) {
      // Bytes of a long are read the lowest first.
      int place = (i % Long.SIZE / Byte.SIZE) * Byte.SIZE + Byte.SIZE - 1 - i % Byte.SIZE;
      bits[i / Long.SIZE] |= (quantized[i] >> bit & 1L) << place;
    }
    for (int row = 0; row < rows.length; row += rowWords) {
      for (int plane = 0; plane < DOCUMENT_BITS; plane++) {
        System.arraycopy(bits, 0, bits, row + plane * words, words);
      }
    }
    return bits;
  }

  @Override
  public float score(int node) throws IOException {
    read(node, 0, 1);
    count(rowWords);
    return estimate(0);
  }

  @Override
  public float bulkScore(int[] nodes, float[] estimates, int count) throws IOException {
    return estimate(nodes, estimates, count);
  }

  /** Estimates the first of some nodes, and gives the greatest estimate. */
  float estimate(int[] nodes, float[] estimates, int count) throws IOException {
    float most = Float.NEGATIVE_INFINITY;
    for (int from = 0; from < count; from += ROWS) {
      int read = Math.min(ROWS, count - from);
      read(nodes, from, read);
      count(read * rowWords);
      for (int i = 0; i < read; i++) {
        estimates[from + i] = estimate(i * rowWords);
        most = Math.max(most, estimates[from + i]);
      }
    }
    return most;
  }

  /** Those that follow one another are read at once. */
  private void read(int[] nodes, int from, int count) throws IOException {
    int run = 1;
    for (int i = 0; i < count; i += run) {
      run = 1;
      while (i + run < count && nodes[from + i + run] == nodes[from + i] + run) {
        run++;
      }
      read(nodes[from + i], i, run);
    }
  }

  private void read(int node, int place, int count) throws IOException {
    codes.seek((long) node * rowBytes);
    if (packed.length == 0) {
      codes.readLongs(rows, place * rowWords, count * rowWords);
    } else {
      codes.readBytes(packed, 0, count * rowBytes);
      for (int i = 0; i < count; i++) {
        spread(i * rowBytes, (place + i) * rowWords);
      }
    }
  }

  /**
   * Makes longs of the bytes of a row. The last long of a bit of each component has what follows in
   * the row as well; there the vector that is looked for has no bits.
   */
  private void spread(int from, int to) {
    for (int plane = 0; plane < DOCUMENT_BITS; plane++) {
      for (int i = 0; i < words; i++) {
        rows[to + plane * words + i] =
            (long) LONGS.get(packed, from + plane * planeBytes + i * Long.BYTES);
      }
    }
    int corrections = from + DOCUMENT_BITS * planeBytes;
    rows[to + DOCUMENT_BITS * words] = (long) LONGS.get(packed, corrections);
    rows[to + DOCUMENT_BITS * words + 1] = (long) LONGS.get(packed, corrections + Long.BYTES);
  }

  private void count(int length) {
    count(rows, ones, twos, fours, eights, common, length);
  }

  /** The loop stands alone, with arrays that do not change, so that it becomes vectors. */
  private static void count(
      long[] rows,
      long[] ones,
      long[] twos,
      long[] fours,
      long[] eights,
      int[] common,
      int length) {
    for (int i = 0; i < length; i++) {
      long row = rows[i];
      common[i] =
          Long.bitCount(row & ones[i])
              + (Long.bitCount(row & twos[i]) << 1)
              + (Long.bitCount(row & fours[i]) << 2)
              + (Long.bitCount(row & eights[i]) << 3);
    }
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
    return (1 + dot) / 2;
  }

  /** The sum of the products of digits. */
  private int products(int row) {
    return sum(row) + 2 * sum(row + words);
  }

  /**
   * Of one bit of all components. The usual lengths have no loop, which would take twice as long.
   */
  private int sum(int from) {
    return switch (words) {
      case 6 -> sumOfTwo(from) + sumOfFour(from + 2);
      case 7 -> sumOfTwo(from) + sumOfFour(from + 2) + common[from + 6];
      case 8 -> sumOfFour(from) + sumOfFour(from + 4);
      case 12 -> sumOfFour(from) + sumOfFour(from + 4) + sumOfFour(from + 8);
      default -> {
        int sum = 0;
        for (int i = from; i < from + words; i++) {
          sum += common[i];
        }
        yield sum;
      }
    };
  }

  private int sumOfTwo(int from) {
    return common[from] + common[from + 1];
  }

  private int sumOfFour(int from) {
    return sumOfTwo(from) + sumOfTwo(from + 2);
  }
}

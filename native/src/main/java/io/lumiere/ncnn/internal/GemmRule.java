package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys.Gemm;
import java.util.ArrayList;
import java.util.List;

/**
 * A general matrix product: output [m, n] = alpha * A [m, k] * B [k, n] + beta * C. A is an input;
 * B is an input or weights; C is weights or absent.
 */
record GemmRule(
    boolean transA,
    boolean transB,
    boolean constantB,
    int constantM,
    int constantN,
    int constantK,
    int broadcastC,
    boolean transOut,
    Quantization quantization)
    implements LayerRule {
  private static final int MAX_DIM = 1 << 24;

  /** The values of {@link Gemm#SPREAD_OF_C}: how C is spread over the output. */
  private static final int NONE = -1;

  private static final int SCALAR = 0;
  private static final int COLUMN_VECTOR = 1;
  private static final int COLUMN = 2;
  private static final int FULL = 3;

  static LayerRule of(Attributes attributes, int inputs, int outputs) {
    attributes.real(Gemm.ALPHA, 1);
    attributes.real(Gemm.BETA, 1);
    boolean transA = attributes.integer(Gemm.TRANSPOSED_A, 0, 0, 1) == 1;
    boolean transB = attributes.integer(Gemm.TRANSPOSED_B, 0, 0, 1) == 1;
    attributes.off(Gemm.CONSTANT_A, 11, 12, 13, 20, 21, 22);
    boolean constantB = attributes.integer(Gemm.CONSTANT_B, 0, 0, 1) == 1;
    boolean constantC = attributes.integer(Gemm.CONSTANT_C, 0, 0, 1) == 1;
    int m = attributes.integer(Gemm.ROWS, 0, 0, MAX_DIM);
    int n = attributes.integer(Gemm.COLUMNS, 0, constantB ? 1 : 0, MAX_DIM);
    int k = attributes.integer(Gemm.INNER, 0, constantB ? 1 : 0, MAX_DIM);
    int broadcast = attributes.integer(Gemm.SPREAD_OF_C, 0, NONE, Gemm.ONE_ROW);
    boolean transOut = attributes.integer(Gemm.TRANSPOSED_OUTPUT, 0, 0, 1) == 1;
    int expected = constantB ? 1 : 2;
    Refusal.unless(inputs == expected, "has %d inputs where it needs %d", inputs, expected);
    Quantization quantization = Quantization.of(attributes);
    Refusal.unless(
        !quantization.isInt8() || (constantB && transB && !transA && !transOut),
        "has 8-bit weights where they must be B, transposed, and nothing else transposed");
    int spread = constantC ? broadcast : NONE;
    GemmRule rule =
        new GemmRule(transA, transB, constantB, m, n, k, spread, transOut, quantization);
    rule.weights();
    return rule;
  }

  @Override
  public List<WeightBlock> weights() {
    List<WeightBlock> blocks = new ArrayList<>();
    if (constantB) {
      blocks.add(quantization.matrix(constantN, constantK));
    }
    switch (broadcastC) {
      case SCALAR -> blocks.add(WeightBlock.tagged(1));
      case COLUMN_VECTOR, COLUMN -> blocks.add(WeightBlock.tagged(constantM));
      case FULL -> blocks.add(WeightBlock.tagged((long) constantM * constantN));
      case Gemm.ONE_ROW -> blocks.add(WeightBlock.tagged(constantN));
      default -> {}
    }
    blocks.addAll(quantization.scales(new int[] {constantN, constantK}));
    return blocks;
  }

  @Override
  public List<Shape> outputs(List<Shape> inputs) {
    int[] a = matrix(inputs.get(0), transA);
    int[] b = constantB ? new int[] {constantK, constantN} : matrix(inputs.get(1), transB);
    int m = a[0];
    int n = b[1];
    Refusal.unless(
        a[1] == b[0],
        "multiplies rows of %d numbers with columns of %d: input %s",
        a[1],
        b[0],
        inputs);
    boolean rowsFixed = broadcastC >= COLUMN_VECTOR && broadcastC <= FULL;
    Refusal.unless(
        !rowsFixed || m == constantM, "adds to %d rows, but its input is %s", constantM, inputs);
    boolean columnsFixed = broadcastC >= FULL;
    Refusal.unless(!columnsFixed || n == constantN, "adds to %d columns, but has %d", constantN, n);
    return List.of(transOut ? Shape.floats(n, m) : Shape.floats(m, n));
  }

  private static int[] matrix(Shape shape, boolean transposed) {
    Refusal.unless(
        shape.rank() == 2,
        "multiplies matrices [rows, columns], but its input is %s: reshape it",
        shape);
    return transposed
        ? new int[] {shape.dim(1), shape.dim(0)}
        : new int[] {shape.dim(0), shape.dim(1)};
  }
}

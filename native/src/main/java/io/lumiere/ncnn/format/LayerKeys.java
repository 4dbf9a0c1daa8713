package io.lumiere.ncnn.format;

/**
 * The names of the layers that converted models are made of, and the numbers of their attributes.
 * Layers that only a file of another program can have are known to the checker alone. Thread-safe.
 */
public final class LayerKeys {
  /**
   * "To the end" in a {@link Crop} or a slice; as the padding of a {@link Convolution}: as much as
   * keeps {@code ceil(size / stride)}, and the odd one at the end.
   */
  public static final int REST = -233;

  /** As {@link #REST}, with the odd one at the start. */
  public static final int SAME_LOWER = -234;

  private LayerKeys() {}

  /** Constant numbers; also of the shape that an input expects. */
  public static final class MemoryData {
    public static final String TYPE = "MemoryData";
    public static final int WIDTH = 0;
    public static final int HEIGHT = 1;
    public static final int CHANNELS = 2;
    public static final int DEPTH = 11;
    public static final int PLAIN = 21;

    private MemoryData() {}
  }

  /** Rows of a table by number. */
  public static final class Embed {
    public static final String TYPE = "Embed";
    public static final int WIDTH = 0;
    public static final int ROWS = 1;
    public static final int BIAS = 2;
    public static final int WEIGHTS = 3;

    private Embed() {}
  }

  /** Rows of mean 0 and variance 1, scaled and shifted. */
  public static final class LayerNorm {
    public static final String TYPE = "LayerNorm";
    public static final int WIDTH = 0;
    public static final int EPSILON = 1;
    public static final int AFFINE = 2;

    private LayerNorm() {}
  }

  /** Attention in several heads. */
  public static final class MultiHeadAttention {
    public static final String TYPE = "MultiHeadAttention";
    public static final int WIDTH = 0;
    public static final int HEADS = 1;
    public static final int QUERY_WEIGHTS = 2;
    public static final int KEY_WIDTH = 3;
    public static final int VALUE_WIDTH = 4;
    public static final int MASK = 5;
    public static final int SCALE = 6;
    public static final int CACHE = 7;

    private MultiHeadAttention() {}
  }

  /** The product of two matrices A and B, to which C may be added. */
  public static final class Gemm {
    public static final String TYPE = "Gemm";
    public static final int ALPHA = 0;
    public static final int BETA = 1;
    public static final int TRANSPOSED_A = 2;
    public static final int TRANSPOSED_B = 3;
    public static final int CONSTANT_A = 4;
    public static final int CONSTANT_B = 5;
    public static final int CONSTANT_C = 6;
    public static final int ROWS = 7;
    public static final int COLUMNS = 8;
    public static final int INNER = 9;
    public static final int SPREAD_OF_C = 10;
    public static final int TRANSPOSED_OUTPUT = 14;

    /** A value of {@link #SPREAD_OF_C}: one row of C is added to all rows. */
    public static final int ONE_ROW = 4;

    private Gemm() {}

    /** Of a layer whose input is A: the weights hold B, transposed, and one row C. */
    public static ParamAttributes byConstant(int inputs, int outputs) {
      return new ParamAttributes()
          .set(TRANSPOSED_B, 1)
          .set(CONSTANT_B, 1)
          .set(CONSTANT_C, 1)
          .set(COLUMNS, outputs)
          .set(INNER, inputs)
          .set(SPREAD_OF_C, ONE_ROW);
    }
  }

  /** A matrix and a vector, or rows. */
  public static final class InnerProduct {
    public static final String TYPE = "InnerProduct";
    public static final int OUTPUTS = 0;
    public static final int BIAS = 1;
    public static final int WEIGHTS = 2;

    private InnerProduct() {}
  }

  /** The Gaussian error linear unit. */
  public static final class Gelu {
    public static final String TYPE = "GELU";
    public static final int BY_TANH = 0;

    private Gelu() {}
  }

  /** Arithmetic of two blobs, number by number. */
  public static final class BinaryOp {
    public static final String TYPE = "BinaryOp";
    public static final int OPERATION = 0;
    public static final int ADD = 0;
    public static final int MULTIPLY = 2;

    private BinaryOp() {}
  }

  /** Blobs one after another. */
  public static final class Concat {
    public static final String TYPE = "Concat";
    public static final int AXIS = 0;

    private Concat() {}
  }

  /** A part of a blob. */
  public static final class Crop {
    public static final String TYPE = "Crop";
    public static final int STARTS = 9;
    public static final int ENDS = 10;
    public static final int AXES = 11;

    private Crop() {}
  }

  /** The same numbers in another shape. */
  public static final class Reshape {
    public static final String TYPE = "Reshape";
    public static final int WIDTH = 0;
    public static final int HEIGHT = 1;
    public static final int CHANNELS = 2;

    private Reshape() {}
  }

  /** The same numbers with their axes in another order. */
  public static final class Permute {
    public static final String TYPE = "Permute";
    public static final int ORDER = 0;

    /** A value of {@link #ORDER}: the two inner axes change places. */
    public static final int TRANSPOSED = 1;

    private Permute() {}
  }

  /** A convolution of images; with groups it is of another type. */
  public static final class Convolution {
    public static final String TYPE = "Convolution";
    public static final String GROUPED_TYPE = "ConvolutionDepthWise";
    public static final int FILTERS = 0;
    public static final int KERNEL_WIDTH = 1;
    public static final int DILATION_WIDTH = 2;
    public static final int STRIDE_WIDTH = 3;
    public static final int PAD_LEFT = 4;
    public static final int BIAS = 5;
    public static final int WEIGHTS = 6;
    public static final int GROUPS = 7;
    public static final int ACTIVATION = 9;
    public static final int ACTIVATION_VALUES = 10;
    public static final int KERNEL_HEIGHT = 11;
    public static final int DILATION_HEIGHT = 12;
    public static final int STRIDE_HEIGHT = 13;
    public static final int PAD_TOP = 14;
    public static final int PAD_RIGHT = 15;
    public static final int PAD_BOTTOM = 16;
    public static final int PAD_VALUE = 18;

    /** A value of {@link #ACTIVATION}. */
    public static final int RELU = 1;

    /** A value of {@link #ACTIVATION}, with the least and the most as its values. */
    public static final int CLIP = 3;

    private Convolution() {}
  }

  /** The most or the mean of each place of an image and those around it. */
  public static final class Pooling {
    public static final String TYPE = "Pooling";
    public static final int AVERAGE = 0;
    public static final int KERNEL_WIDTH = 1;
    public static final int STRIDE_WIDTH = 2;
    public static final int PAD_LEFT = 3;
    public static final int GLOBAL = 4;
    public static final int PAD_MODE = 5;
    public static final int COUNTS_PADDING = 6;
    public static final int ADAPTIVE = 7;
    public static final int OUTPUT_WIDTH = 8;
    public static final int KERNEL_HEIGHT = 11;
    public static final int STRIDE_HEIGHT = 12;
    public static final int PAD_TOP = 13;
    public static final int PAD_RIGHT = 14;
    public static final int PAD_BOTTOM = 15;
    public static final int OUTPUT_HEIGHT = 18;

    /** A value of {@link #PAD_MODE}: windows that reach beyond the image are left out. */
    public static final int VALID = 1;

    private Pooling() {}
  }

  /** Sums, means and the like along axes. */
  public static final class Reduction {
    public static final String TYPE = "Reduction";
    public static final int OPERATION = 0;
    public static final int ALL_AXES = 1;
    public static final int COEFFICIENT = 2;
    public static final int AXES = 3;
    public static final int KEEPS_AXES = 4;
    public static final int VERSION = 5;
    public static final int MEAN = 3;

    private Reduction() {}
  }
}

package io.lumiere.models.convert;

import io.lumiere.models.convert.Convolution.Rectifier;
import io.lumiere.ncnn.format.LayerKeys;
import io.lumiere.ncnn.format.LayerKeys.BinaryOp;
import io.lumiere.ncnn.format.LayerKeys.Concat;
import io.lumiere.ncnn.format.LayerKeys.Crop;
import io.lumiere.ncnn.format.LayerKeys.Embed;
import io.lumiere.ncnn.format.LayerKeys.Gelu;
import io.lumiere.ncnn.format.LayerKeys.Gemm;
import io.lumiere.ncnn.format.LayerKeys.InnerProduct;
import io.lumiere.ncnn.format.LayerKeys.LayerNorm;
import io.lumiere.ncnn.format.LayerKeys.MemoryData;
import io.lumiere.ncnn.format.LayerKeys.MultiHeadAttention;
import io.lumiere.ncnn.format.LayerKeys.Permute;
import io.lumiere.ncnn.format.LayerKeys.Pooling;
import io.lumiere.ncnn.format.LayerKeys.Reduction;
import io.lumiere.ncnn.format.LayerKeys.Reshape;
import io.lumiere.ncnn.format.ParamAttributes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Puts a network together and writes it for ncnn. Each method adds a layer and gives what comes out
 * of it. Matrices of weights are written as {@link Storage} says; what is small or decides
 * precision (biases, normalisation, depthwise kernels) in full. Not thread-safe.
 *
 * <p>Shapes are in our order, outermost dimension first; sequences are {@code [tokens, width]}, of
 * any number of tokens; images {@code [channels, height, width]}.
 */
public final class NetworkBuilder {
  private final MatrixWeights matrices;
  private final List<Layer> layers = new ArrayList<>();
  private final Widths widths = new Widths();
  private final Map<String, Blob> outputs = new LinkedHashMap<>();

  /** A network whose matrices are written in half precision. */
  public NetworkBuilder() {
    this(Storage.FP16);
  }

  /** A network whose matrices are written in the given precision. */
  public NetworkBuilder(Storage storage) {
    this(storage, Calibration.NONE);
  }

  /**
   * A network whose matrices are written in the given precision.
   *
   * @param calibration of the same network in another storage; used by {@link Storage#INT8} alone
   */
  public NetworkBuilder(Storage storage, Calibration calibration) {
    this.matrices = new MatrixWeights(storage, calibration);
  }

  /** Something that the caller provides at each run. */
  public Blob input(String name) {
    Blob blob = new Blob(name);
    layers.add(new Layer("Input", List.of(), blob, new ParamAttributes(), List.of()));
    return blob;
  }

  /** Constant rows: {@code [rows, width]}. */
  public Blob constant(float[] values, int width) {
    if (values.length == 0 || values.length % width != 0) {
      throw new IllegalArgumentException(values.length + " values are not rows of " + width);
    }
    ParamAttributes attributes =
        new ParamAttributes()
            .set(MemoryData.WIDTH, width)
            .set(MemoryData.HEIGHT, values.length / width);
    return widths.set(add(MemoryData.TYPE, List.of(), attributes, Weights.plain(values)), width);
  }

  /** A constant for each channel of an image: {@code [channels, 1, 1]}. */
  public Blob channelConstant(float... values) {
    ParamAttributes attributes =
        new ParamAttributes()
            .set(MemoryData.WIDTH, 1)
            .set(MemoryData.HEIGHT, 1)
            .set(MemoryData.CHANNELS, values.length);
    Blob constant = add(MemoryData.TYPE, List.of(), attributes, Weights.plain(values));
    return widths.set(constant, values.length);
  }

  /**
   * Rows of a table by number: {@code [tokens]} to {@code [tokens, width]}.
   *
   * @param ids an input of 32-bit integers, each less than the table's number of rows
   * @param table rows x width, row-major
   */
  public Blob embed(Blob ids, float[] table, int width) {
    if (table.length == 0 || table.length % width != 0) {
      throw new IllegalArgumentException(table.length + " values are not rows of " + width);
    }
    ParamAttributes attributes =
        new ParamAttributes()
            .set(Embed.WIDTH, width)
            .set(Embed.ROWS, table.length / width)
            .set(Embed.WEIGHTS, table.length);
    return widths.set(add(Embed.TYPE, List.of(ids), attributes, matrices.floats(table)), width);
  }

  /** Normalises each row to mean 0 and variance 1, then scales and shifts it. */
  public Blob layerNorm(Blob x, float[] scale, float[] shift, float epsilon) {
    widths.expect("normalisation", x, scale.length);
    ParamAttributes attributes =
        new ParamAttributes().set(LayerNorm.WIDTH, scale.length).set(LayerNorm.EPSILON, epsilon);
    Blob normed =
        add(LayerNorm.TYPE, List.of(x), attributes, Weights.plain(scale), Weights.plain(shift));
    return widths.set(normed, scale.length);
  }

  /** Self-attention of all tokens to all: {@code [tokens, width]} to the same. */
  public Blob attention(Blob x, Attention a) {
    return attention(List.of(x), a, false);
  }

  /**
   * Self-attention under a mask: {@code [tokens, width]} to the same.
   *
   * @param mask {@code [tokens, tokens]}, added to the scores of each row's token with all tokens
   */
  public Blob maskedAttention(Blob x, Blob mask, Attention a) {
    return attention(List.of(x, mask), a, true);
  }

  /**
   * Attention of some tokens to others: {@code [queries, width]} and {@code [tokens, width']} to
   * {@code [queries, width]}.
   */
  public Blob crossAttention(Blob queries, Blob tokens, Attention a) {
    return attention(List.of(queries, tokens), a, false);
  }

  private Blob attention(List<Blob> inputs, Attention a, boolean mask) {
    Blob others = inputs.get(mask ? 0 : inputs.size() - 1);
    widths.expect("queries of an attention", inputs.get(0), a.query().inputs());
    widths.expect("keys of an attention", others, a.key().inputs());
    widths.expect("values of an attention", others, a.value().inputs());
    return widths.set(attentionLayer(inputs, a, mask), a.output().outputs());
  }

  private Blob attentionLayer(List<Blob> inputs, Attention a, boolean mask) {
    ParamAttributes attributes =
        new ParamAttributes()
            .set(MultiHeadAttention.WIDTH, a.query().outputs())
            .set(MultiHeadAttention.HEADS, a.heads())
            .set(MultiHeadAttention.QUERY_WEIGHTS, a.query().weight().length)
            .set(MultiHeadAttention.KEY_WIDTH, a.key().inputs())
            .set(MultiHeadAttention.VALUE_WIDTH, a.value().inputs());
    if (mask) {
      attributes.set(MultiHeadAttention.MASK, 1);
    }
    List<Blob> content = mask ? inputs.subList(0, inputs.size() - 1) : inputs;
    return add(
        MultiHeadAttention.TYPE, inputs, attributes, matrices.ofAttention(content, a, attributes));
  }

  /**
   * {@code W x + b} of each row, as Gemm: InnerProduct takes nearly twice as long for many rows.
   */
  public Blob linear(Blob x, Linear w) {
    ParamAttributes attributes = Gemm.byConstant(w.inputs(), w.outputs());
    widths.expect("matrix", x, w.inputs());
    Blob y = add(Gemm.TYPE, List.of(x), attributes, matrices.ofGemm(x, w, attributes));
    return widths.set(y, w.outputs());
  }

  /** The product of two matrices: {@code [m, k]} and {@code [k, n]} to {@code [m, n]}. */
  public Blob product(Blob a, Blob b) {
    return widths.keep(b, add(Gemm.TYPE, List.of(a, b), new ParamAttributes()));
  }

  /** {@code W x + b} of a single vector: {@code [width]} to {@code [outputs]}. */
  public Blob vectorLinear(Blob x, Linear w) {
    ParamAttributes attributes =
        new ParamAttributes()
            .set(InnerProduct.OUTPUTS, w.outputs())
            .set(InnerProduct.BIAS, 1)
            .set(InnerProduct.WEIGHTS, w.weight().length);
    widths.expect("matrix", x, w.inputs());
    Blob y =
        add(
            InnerProduct.TYPE,
            List.of(x),
            attributes,
            matrices.floats(w.weight()),
            Weights.plain(w.bias()));
    return widths.set(y, w.outputs());
  }

  /** The Gaussian error linear unit, by the error function, not its approximation by tanh. */
  public Blob gelu(Blob x) {
    return widths.keep(x, add(Gelu.TYPE, List.of(x), new ParamAttributes()));
  }

  /** The same by its approximation with tanh. */
  public Blob tanhGelu(Blob x) {
    return widths.keep(x, add(Gelu.TYPE, List.of(x), new ParamAttributes().set(Gelu.BY_TANH, 1)));
  }

  /** {@code x * sigmoid(x)}. */
  public Blob swish(Blob x) {
    return widths.keep(x, add("Swish", List.of(x), new ParamAttributes()));
  }

  /** {@code max(x, 0)}. */
  public Blob relu(Blob x) {
    return widths.keep(x, add("ReLU", List.of(x), new ParamAttributes()));
  }

  /** {@code 1 / (1 + exp(-x))}. */
  public Blob sigmoid(Blob x) {
    return widths.keep(x, add("Sigmoid", List.of(x), new ParamAttributes()));
  }

  /** The sum of two blobs of one shape, or with one dimension of 1 that is repeated. */
  public Blob add(Blob a, Blob b) {
    return both(a, b, BinaryOp.TYPE, new ParamAttributes().set(BinaryOp.OPERATION, BinaryOp.ADD));
  }

  /**
   * The product, element by element, of two blobs as {@link #add(Blob, Blob)} takes them, or of an
   * image and a factor for each of its channels, {@code [channels]}.
   */
  public Blob multiply(Blob a, Blob b) {
    return both(
        a, b, BinaryOp.TYPE, new ParamAttributes().set(BinaryOp.OPERATION, BinaryOp.MULTIPLY));
  }

  private Blob both(Blob a, Blob b, String type, ParamAttributes attributes) {
    widths.expectSame("of two inputs", a, b);
    return widths.keep(a, b, add(type, List.of(a, b), attributes));
  }

  /** Rows of one blob, then rows of another: {@code [m, width]} and {@code [n, width]}. */
  public Blob joinRows(Blob a, Blob b) {
    return both(a, b, Concat.TYPE, new ParamAttributes().set(Concat.AXIS, 0));
  }

  /**
   * All channels of an image, and then all of them once more: {@code [channels, height, width]} to
   * {@code [2 * channels, height, width]}.
   */
  public Blob channelsTwice(Blob image, int channels) {
    widths.expect("channels of an image", image, channels);
    Blob twice = add(Concat.TYPE, List.of(image, image), new ParamAttributes().set(Concat.AXIS, 0));
    return widths.set(twice, 2 * channels);
  }

  /**
   * One row, counted from the last one where negative: {@code [rows, width]} to {@code [1, width]}.
   */
  public Blob row(Blob x, int row) {
    return widths.keep(x, crop(x, 0, row, row == -1 ? LayerKeys.REST : row + 1));
  }

  /** The first columns: {@code [rows, width]} to {@code [rows, columns]}. */
  public Blob firstColumns(Blob x, int columns) {
    return widths.set(crop(x, 1, 0, columns), columns);
  }

  private Blob crop(Blob x, int axis, int start, int end) {
    ParamAttributes attributes =
        new ParamAttributes()
            .setInts(Crop.STARTS, start)
            .setInts(Crop.ENDS, end)
            .setInts(Crop.AXES, axis);
    return add(Crop.TYPE, List.of(x), attributes);
  }

  /**
   * Each place of an image as a row: {@code [channels, height, width]} to {@code [height * width,
   * channels]}.
   */
  public Blob places(Blob image, int channels) {
    widths.expect("places of an image", image, channels);
    ParamAttributes flat =
        new ParamAttributes().set(Reshape.WIDTH, -1).set(Reshape.HEIGHT, channels);
    Blob planes = add(Reshape.TYPE, List.of(image), flat);
    return widths.set(
        add(
            Permute.TYPE,
            List.of(planes),
            new ParamAttributes().set(Permute.ORDER, Permute.TRANSPOSED)),
        channels);
  }

  /** The inverse of {@link #places}: rows as an image of this height and width. */
  public Blob image(Blob places, int height, int width) {
    Blob planes =
        add(
            Permute.TYPE,
            List.of(places),
            new ParamAttributes().set(Permute.ORDER, Permute.TRANSPOSED));
    ParamAttributes shape =
        new ParamAttributes()
            .set(Reshape.WIDTH, width)
            .set(Reshape.HEIGHT, height)
            .set(Reshape.CHANNELS, -1);
    return widths.keep(places, add(Reshape.TYPE, List.of(planes), shape));
  }

  /** A convolution with its activation. */
  public Blob convolution(Blob x, Convolution c) {
    boolean grouped = c.groups() > 1;
    widths.expect("convolution", x, c.inputs());
    ParamAttributes attributes =
        new ParamAttributes()
            .set(LayerKeys.Convolution.FILTERS, c.bias().length)
            .set(LayerKeys.Convolution.KERNEL_WIDTH, c.kernel())
            .set(LayerKeys.Convolution.STRIDE_WIDTH, c.stride())
            .set(
                LayerKeys.Convolution.PAD_LEFT,
                c.padding() == Convolution.SAME ? LayerKeys.REST : c.padding())
            .set(LayerKeys.Convolution.BIAS, 1)
            .set(LayerKeys.Convolution.WEIGHTS, c.weight().length);
    if (grouped) {
      attributes.set(LayerKeys.Convolution.GROUPS, c.groups());
    }
    if (c.activation() == Rectifier.RELU) {
      attributes.set(LayerKeys.Convolution.ACTIVATION, LayerKeys.Convolution.RELU);
    } else if (c.activation() == Rectifier.RELU6) {
      attributes
          .set(LayerKeys.Convolution.ACTIVATION, LayerKeys.Convolution.CLIP)
          .setFloats(LayerKeys.Convolution.ACTIVATION_VALUES, 0, 6);
    }
    Blob y =
        add(
            grouped ? LayerKeys.Convolution.GROUPED_TYPE : LayerKeys.Convolution.TYPE,
            List.of(x),
            attributes,
            grouped ? Weights.full(c.weight()) : matrices.floats(c.weight()),
            Weights.plain(c.bias()));
    return widths.set(y, c.bias().length);
  }

  /** Means of squares of {@code size} x {@code size} pixels that lie side by side. */
  public Blob averagePool(Blob x, int size) {
    ParamAttributes attributes =
        new ParamAttributes()
            .set(Pooling.AVERAGE, 1)
            .set(Pooling.KERNEL_WIDTH, size)
            .set(Pooling.STRIDE_WIDTH, size)
            .set(Pooling.PAD_MODE, Pooling.VALID);
    return widths.keep(x, add(Pooling.TYPE, List.of(x), attributes));
  }

  /** The mean of each channel: {@code [channels, height, width]} to {@code [channels]}. */
  public Blob channelMeans(Blob x) {
    return widths.keep(
        x,
        add(
            Pooling.TYPE,
            List.of(x),
            new ParamAttributes().set(Pooling.AVERAGE, 1).set(Pooling.GLOBAL, 1)));
  }

  /** The mean of all rows: {@code [tokens, width]} to {@code [width]}. */
  public Blob rowMean(Blob x) {
    return mean(x, false);
  }

  /** The mean of all rows, as a row: {@code [tokens, width]} to {@code [1, width]}. */
  public Blob meanRow(Blob x) {
    return mean(x, true);
  }

  private Blob mean(Blob x, boolean keepDimension) {
    ParamAttributes attributes =
        new ParamAttributes()
            .set(Reduction.OPERATION, Reduction.MEAN)
            .set(Reduction.ALL_AXES, 0)
            .setInts(Reduction.AXES, 0)
            .set(Reduction.KEEPS_AXES, keepDimension ? 1 : 0)
            .set(Reduction.VERSION, 1);
    return widths.keep(x, add(Reduction.TYPE, List.of(x), attributes));
  }

  /** Gives a blob a name by which a run asks for it. */
  public void output(Blob x, String name) {
    if (outputs.put(name, x) != null) {
      throw new IllegalArgumentException("two outputs are named " + name);
    }
  }

  /** Writes both files, over what is there. */
  public void write(Path param, Path bin) throws IOException {
    new NetworkFiles(layers, outputs).write(param, bin);
  }

  /** The blobs that matrices take, in the order of the layers. */
  Set<String> matrixInputs() {
    return matrices.inputs();
  }

  private Blob add(String type, List<Blob> inputs, ParamAttributes attributes, Weights... weights) {
    return add(type, inputs, attributes, List.of(weights));
  }

  private Blob add(
      String type, List<Blob> inputs, ParamAttributes attributes, List<Weights> weights) {
    Blob output = new Blob(type.toLowerCase(Locale.ROOT) + layers.size());
    layers.add(new Layer(type, inputs, output, attributes, weights));
    return output;
  }
}

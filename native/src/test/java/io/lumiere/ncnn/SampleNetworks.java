package io.lumiere.ncnn;

import static io.lumiere.ncnn.NetworkFiles.random;

import java.util.LinkedHashMap;
import java.util.Map;

/** Small networks that between them use every supported layer, with inputs that they take. */
final class SampleNetworks {
  /** A network, and tensors for its inputs. */
  record Sample(NetworkFiles files, Map<String, Tensor> inputs) {}

  private SampleNetworks() {}

  /** A text encoder: look up, attend, normalise, project, mean, unit length. */
  static Sample text() {
    int dim = 16;
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input in0 0 1 ids")
            .layer("Input in1 0 1 mask")
            .layer("MemoryData positions 0 1 p 0=16 1=32 21=0")
            .layer("Embed words 1 1 ids w 0=16 1=50 2=1 3=800")
            .layer("Crop first 1 1 p p5 -23309=1,0 -23310=1,5 -23311=1,0")
            .layer("BinaryOp add 2 1 w p5 h 0=0")
            .layer("Split fork 1 2 h h1 h2")
            .layer("MultiHeadAttention mha 2 1 h1 mask a 0=16 1=4 2=256 5=1")
            .layer("BinaryOp residual 2 1 a h2 r 0=0")
            .layer("LayerNorm ln 1 1 r n 0=16 1=1.0e-5")
            .layer("Gemm up 1 1 n u 3=1 5=1 6=1 8=24 9=16 10=4")
            .layer("GELU gelu 1 1 u g 0=1")
            .layer("Gemm down 1 1 g d 3=1 5=1 6=1 8=16 9=24 10=4")
            .layer("Reduction mean 1 1 d m 0=3 1=0 -23303=1,0 4=0 5=1")
            .layer("Normalize unit 1 1 m out 0=1 1=1 2=1.0e-12 3=1 4=1 9=1");
    files.half(random(1, 16 * 32)).half(random(2, 800)).plain(random(3, dim));
    for (int i = 0; i < 4; i++) {
      files.half(random(10 + i, dim * dim)).plain(random(20 + i, dim));
    }
    files.plain(random(4, dim)).plain(random(5, dim));
    files.half(random(6, 24 * 16)).half(random(7, 24));
    files.tagged(random(8, 24 * 16)).tagged(random(9, 16)).plain(1);
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("ids", new IntTensor(new int[] {1, 7, 49, 0, 3}, 5));
    inputs.put("mask", new FloatTensor(new float[25], 5, 5));
    return new Sample(files, inputs);
  }

  /** An image classifier: convolutions, a residual block, pooling, probabilities. */
  static Sample image() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input image 0 1 x 0=29 1=23 2=3")
            .layer("Convolution stem 1 1 x s 0=16 1=3 3=2 4=-233 5=1 6=432 9=3 -23310=2,0.0,6.0")
            .layer("Split fork 1 2 s s1 s2")
            .layer("ConvolutionDepthWise dw 1 1 s1 d 0=16 1=5 4=2 5=1 6=400 7=16")
            .layer("Clip relu6 1 1 d c 0=0.0 1=6.0")
            .layer("Convolution pw 1 1 c q 0=16 1=1 5=1 6=256")
            .layer("BinaryOp residual 2 1 q s2 r 0=0")
            .layer("Swish swish 1 1 r w")
            .layer("Pooling max 1 1 w m 0=0 1=3 2=2 3=1 5=1")
            .layer("Padding pad 1 1 m e 0=1 1=0 2=0 3=1 4=0 5=0.5")
            .layer("Pooling global 1 1 e v 0=1 4=1")
            .layer("InnerProduct fc 1 1 v l 0=10 1=1 2=160")
            .layer("Softmax prob 1 1 l out 0=0 1=1");
    files.half(random(1, 432)).plain(random(2, 16)).half(random(3, 400)).plain(random(4, 16));
    files.tagged(random(5, 256)).plain(random(6, 16)).half(random(7, 160)).plain(random(8, 10));
    return new Sample(files, Map.of("x", new FloatTensor(random(9, 3 * 23 * 29), 3, 23, 29)));
  }

  /** A vision transformer's beginning, and the layers that move numbers about. */
  static Sample shapes() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input image 0 1 x")
            .layer("Convolution patches 1 1 x p 0=24 1=8 3=8 6=4608")
            .layer("Reshape flat 1 1 p f 0=-1 1=24")
            .layer("Permute turn 1 1 f t 0=1")
            .layer("MemoryData class 0 1 cls 0=24 1=1")
            .layer("Concat tokens 2 1 cls t h 0=0")
            .layer("Slice parts 1 3 h a b c -23300=3,8,8,-233 1=1")
            .layer("UnaryOp abs 1 1 a a1 0=0")
            .layer("Sigmoid sigmoid 1 1 b b1")
            .layer("TanH tanh 1 1 c c1")
            .layer("Concat joined 3 1 a1 b1 c1 j 0=1")
            .layer("ExpandDims up 1 1 j k -23303=1,0")
            .layer("Squeeze down 1 1 k l -23303=1,0")
            .layer("HardSwish swish 1 1 l m 0=0.166667 1=0.5")
            .layer("HardSigmoid sigmoid2 1 1 m n 0=0.166667 1=0.5")
            .layer("ReLU relu 1 1 n o 0=0.1")
            .layer("Noop noop 1 1 o q")
            .layer("BinaryOp half 1 1 q r 0=2 1=1 2=0.5")
            .layer("Flatten out 1 1 r out");
    files.half(random(1, 4608)).plain(random(2, 24));
    return new Sample(files, Map.of("x", new FloatTensor(random(3, 3 * 24 * 40), 3, 24, 40)));
  }

  /** Products of inputs, cross attention, and images through what else works on rows. */
  static Sample matrices() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input i0 0 1 q")
            .layer("Input i1 0 1 k")
            .layer("Input i2 0 1 v")
            .layer("Input i3 0 1 mask")
            .layer("Input i4 0 1 cube")
            .layer("Input i5 0 1 e")
            .layer("MultiHeadAttention cross 4 1 q k v mask a 0=8 1=2 2=64 3=12 4=20 5=1 6=0.5")
            .layer("Split fork 1 2 cube cube1 cube2")
            .layer("Permute order 1 1 cube1 c1 0=2")
            .layer("LayerNorm ln 1 1 c1 c2 0=6 1=1.0e-3 2=0")
            .layer("Softmax columns 1 1 c2 c3 0=1 1=1")
            .layer("Normalize unit 1 1 c3 c4 0=0 1=0 2=1.0e-6 3=5 4=1 9=2")
            .layer("Reduction sum 1 1 c4 c5 0=0 1=0 2=1.0 -23303=1,1 4=0 5=1")
            .layer("Gemm product 2 1 c5 e g 2=1 3=0 0=0.5 14=1")
            .layer("MemoryData row 0 1 m 0=6")
            .layer("BinaryOp spread 2 1 g m b 0=1")
            .layer("InnerProduct fc 1 1 b out 0=7 1=0 2=42 9=1")
            .layer("Pooling adaptive 1 1 cube2 p 0=1 7=1 8=2 18=3")
            .layer("MemoryData scale 0 1 n 0=3")
            .layer("BinaryOp times 2 1 p n s 0=2")
            .layer("Reduction most 1 1 s top 0=4 1=1");
    files.tagged(random(1, 64)).plain(random(2, 8)).tagged(random(3, 96)).plain(random(4, 8));
    files.half(random(5, 160)).plain(random(6, 8)).tagged(random(7, 64)).plain(random(8, 8));
    files.plain(random(9, 5)).plain(random(10, 6)).tagged(random(11, 42)).plain(random(12, 3));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("q", new FloatTensor(random(13, 24), 3, 8));
    inputs.put("k", new FloatTensor(random(14, 60), 5, 12));
    inputs.put("v", new FloatTensor(random(15, 100), 5, 20));
    inputs.put("mask", new FloatTensor(random(16, 30), 2, 3, 5));
    inputs.put("cube", new FloatTensor(random(17, 90), 3, 5, 6));
    inputs.put("e", new FloatTensor(random(18, 20), 5, 4));
    return new Sample(files, inputs);
  }

  /** Weights of 8 bits, in blocks of each size, with and without scales for the inputs. */
  static Sample bytes() {
    NetworkFiles files =
        new NetworkFiles()
            .layer("Input i0 0 1 x")
            .layer("Input i1 0 1 k")
            .layer("Gemm up 1 1 x u 3=1 5=1 6=1 8=20 9=70 10=4 18=800")
            .layer("MultiHeadAttention self 1 1 u a 0=20 1=2 2=400 18=811")
            .layer("MultiHeadAttention cross 2 1 a k b 0=36 1=3 2=720 3=33 4=33 18=801")
            .layer("Gemm down 1 1 b y 3=1 5=1 6=1 8=7 9=20 10=4 18=812");
    files.blocks(random(1, 1400), 70, 32).tagged(random(2, 20)).scales();
    for (int i = 0; i < 4; i++) {
      files.blocks(random(10 + i, 400), 20, 64).plain(random(20 + i, 20));
    }
    files.scales();
    for (int i = 0; i < 4; i++) {
      files.plain(ones(20));
    }
    int[] widths = {20, 33, 33, 36};
    for (int i = 0; i < 4; i++) {
      int rows = i < 3 ? 36 : 20;
      files.blocks(random(30 + i, rows * widths[i]), widths[i], 64).plain(random(40 + i, rows));
    }
    files.scales();
    files.blocks(random(50, 140), 20, 128).tagged(random(51, 7)).scales().plain(ones(20));
    Map<String, Tensor> inputs = new LinkedHashMap<>();
    inputs.put("x", new FloatTensor(random(60, 350), 5, 70));
    inputs.put("k", new FloatTensor(random(61, 99), 3, 33));
    return new Sample(files, inputs);
  }

  private static float[] ones(int count) {
    float[] ones = new float[count];
    java.util.Arrays.fill(ones, 1);
    return ones;
  }
}

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
}

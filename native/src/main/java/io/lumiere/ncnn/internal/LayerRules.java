package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.format.LayerKeys;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The layers that Lumiere runs. native/ncnn compiles the same ones. */
final class LayerRules {
  private static final int ANY = 64;

  /** How many blobs a layer takes and makes, and its rule. */
  private record Entry(
      int minInputs, int maxInputs, int minOutputs, int maxOutputs, LayerRule.Factory factory) {}

  private static final Map<String, Entry> ENTRIES = entries();

  private LayerRules() {}

  private static Entry one(LayerRule.Factory factory) {
    return new Entry(1, 1, 1, 1, factory);
  }

  private static Entry many(int maxInputs, LayerRule.Factory factory) {
    return new Entry(1, maxInputs, 1, 1, factory);
  }

  private static Map<String, Entry> entries() {
    Map<String, Entry> map = new TreeMap<>();
    map.put("Input", new Entry(0, 0, 1, 1, SourceRules::input));
    map.put(LayerKeys.MemoryData.TYPE, new Entry(0, 0, 1, 1, SourceRules::memoryData));
    map.put("Split", new Entry(1, 1, 1, ANY, ShapeRules::split));
    map.put("Slice", new Entry(1, 1, 1, ANY, ShapeRules::slice));
    map.put(LayerKeys.Concat.TYPE, many(ANY, ShapeRules::concat));
    map.put(LayerKeys.Crop.TYPE, one(ShapeRules::crop));
    map.put(LayerKeys.Reshape.TYPE, one(ShapeRules::reshape));
    map.put(LayerKeys.Permute.TYPE, one(ShapeRules::permute));
    map.put("Flatten", one(ShapeRules::flatten));
    map.put("Squeeze", one(ShapeRules::squeeze));
    map.put("ExpandDims", one(ShapeRules::expandDims));
    map.put("Padding", one(ShapeRules::padding));
    map.put(LayerKeys.BinaryOp.TYPE, many(2, ElementwiseRules::binary));
    map.put("UnaryOp", one(ElementwiseRules::unary));
    map.put("Clip", one(ElementwiseRules::clip));
    map.put("ReLU", one(ElementwiseRules::relu));
    map.put(LayerKeys.Gelu.TYPE, one(ElementwiseRules::gelu));
    map.put("HardSwish", one(ElementwiseRules::hardSwish));
    map.put("HardSigmoid", one(ElementwiseRules::hardSwish));
    for (String name : new String[] {"Swish", "Sigmoid", "TanH", "Noop"}) {
      map.put(name, one(ElementwiseRules::plain));
    }
    map.put(LayerKeys.LayerNorm.TYPE, one(MatrixRules::layerNorm));
    map.put("Softmax", one(MatrixRules::softmax));
    map.put("Normalize", one(MatrixRules::normalize));
    map.put(LayerKeys.InnerProduct.TYPE, one(MatrixRules::innerProduct));
    map.put(LayerKeys.Reduction.TYPE, one(ReductionRule::of));
    map.put(LayerKeys.Embed.TYPE, one(EmbedRule::of));
    map.put(LayerKeys.Gemm.TYPE, many(2, GemmRule::of));
    map.put(LayerKeys.MultiHeadAttention.TYPE, many(4, AttentionRule::of));
    map.put(LayerKeys.Convolution.TYPE, one(ConvolutionRules::convolution));
    map.put(LayerKeys.Convolution.GROUPED_TYPE, one(ConvolutionRules::depthWise));
    map.put(LayerKeys.Pooling.TYPE, one(ConvolutionRules::pooling));
    return map;
  }

  /** Returns the names of the layers, sorted. */
  static Set<String> types() {
    return Collections.unmodifiableSet(ENTRIES.keySet());
  }

  /** Makes the rule of a layer; every attribute is read or refused. */
  static LayerRule create(String type, Attributes attributes, int inputs, int outputs) {
    Entry entry = ENTRIES.get(type);
    if (entry == null) {
      throw new Refusal("this type is not supported; supported are " + ENTRIES.keySet());
    }
    Refusal.unless(
        inputs >= entry.minInputs && inputs <= entry.maxInputs,
        "has %d inputs where %d to %d are supported",
        inputs,
        entry.minInputs,
        entry.maxInputs);
    Refusal.unless(
        outputs >= entry.minOutputs && outputs <= entry.maxOutputs,
        "has %d outputs where %d to %d are supported",
        outputs,
        entry.minOutputs,
        entry.maxOutputs);
    LayerRule rule = entry.factory.create(attributes, inputs, outputs);
    attributes.finish();
    return rule;
  }
}

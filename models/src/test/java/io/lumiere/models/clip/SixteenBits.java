package io.lumiere.models.clip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which models run in 16 bits in every run of the tests. Together they have each kind of layer that
 * any model has, as {@link #check} demands; what others add are sizes and depths.
 */
final class SixteenBits {
  /**
   * The kinds of layers that each of these models is there for, as ncnn writes them: the type, the
   * number of inputs if it is not one, and the parameters that choose a way to compute.
   */
  private static final Map<String, Set<String>> SHOWN =
      Map.of(
          "siglip-2-width-128",
          Set.of(
              "BinaryOp/2 0=0",
              "Convolution 1=16 3=16",
              "Crop",
              "GELU 0=1",
              "Gemm",
              "Input/0",
              "LayerNorm",
              "MemoryData/0",
              "MultiHeadAttention",
              "MultiHeadAttention/2",
              "Permute",
              "Reshape",
              "Split"),
          "mobileclip-2-s0",
          Set.of(
              "BinaryOp/2 0=2",
              "Concat/2",
              "Convolution 1=1 3=1",
              "Convolution 1=3 3=2",
              "ConvolutionDepthWise 1=3 3=1",
              "ConvolutionDepthWise 1=3 3=2",
              "ConvolutionDepthWise 1=7 3=1",
              "ConvolutionDepthWise 1=7 3=2",
              "GELU",
              "Gemm/2",
              "InnerProduct",
              "Pooling 0=1 4=1",
              "ReLU",
              "Sigmoid"),
          "chinese-clip-rn50",
          Set.of(
              "Convolution 1=1 3=1 9=1",
              "Convolution 1=3 3=1 9=1",
              "Convolution 1=3 3=2 9=1",
              "Pooling 0=1 1=2",
              "Reduction 0=3"),
          "multilingual-distilbert",
          Set.of("Convolution 1=32 3=32"),
          "openai-vit-l-14",
          Set.of("Convolution 1=14 3=14", "MultiHeadAttention/2 5=1", "Swish"));

  /** By type: kernel, stride and activation; the mask; which one of several operations. */
  private static final Map<String, Set<String>> CHOOSING =
      Map.of(
          "Convolution", Set.of("1", "3", "9"),
          "ConvolutionDepthWise", Set.of("1", "3", "9"),
          "MultiHeadAttention", Set.of("5"),
          "GELU", Set.of("0"),
          "Pooling", Set.of("0", "1", "4"),
          "BinaryOp", Set.of("0"),
          "Reduction", Set.of("0"));

  private SixteenBits() {}

  static boolean isShownBy(String model) {
    return SHOWN.containsKey(model);
  }

  /** Fails where a converted model has a kind of layer that none of those above is there for. */
  static void check(String model, Path folder) throws IOException {
    Set<String> kinds = new HashSet<>();
    for (String network : List.of("image.param", "text.param")) {
      try (Stream<String> layers = Files.lines(folder.resolve(network))) {
        layers.skip(2).map(SixteenBits::kind).forEach(kinds::add);
      }
    }
    Set<String> all = SHOWN.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    assertThat(all).as("kinds of layers that run in 16 bits").containsAll(kinds);
    assertThat(kinds).as(model).containsAll(SHOWN.getOrDefault(model, Set.of()));
  }

  /** Of a line: type, name, numbers of inputs and outputs, their names, parameters. */
  private static String kind(String layer) {
    String[] parts = layer.trim().split("\\s+");
    int inputs = Integer.parseInt(parts[2]);
    int parameters = 4 + inputs + Integer.parseInt(parts[3]);
    Set<String> choosing = CHOOSING.getOrDefault(parts[0], Set.of());
    String type = inputs == 1 ? parts[0] : parts[0] + "/" + inputs;
    return Stream.concat(
            Stream.of(type),
            Arrays.stream(parts, parameters, parts.length)
                .filter(
                    parameter -> choosing.contains(parameter.substring(0, parameter.indexOf('=')))))
        .collect(Collectors.joining(" "));
  }
}

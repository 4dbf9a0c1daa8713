package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.OwnLayers;
import io.lumiere.ncnn.Precision;
import io.lumiere.ncnn.SampleNetworksAccess;
import io.lumiere.ncnn.internal.WeightBlock.Encoding;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/**
 * Damages networks at random and runs them: {@code FuzzMain seed count folder}. It runs in a
 * virtual machine of its own, which must survive; the case that killed it stays in the folder.
 */
public final class FuzzMain {
  private static final List<OwnLayers> OWN_LAYERS = List.of(OwnLayers.values());

  private static final String[] NUMBERS = {
    "0",
    "1",
    "-1",
    "2",
    "3",
    "4",
    "5",
    "7",
    "8",
    "15",
    "16",
    "17",
    "31",
    "64",
    "-233",
    "-234",
    "100",
    "1000",
    "65536",
    "16777216",
    "2147483647",
    "-2147483648",
    "800",
    "801",
    "812",
    "0.5",
    "-3.0",
    "1e-3"
  };

  private final Random random;
  private final Path folder;
  private int refused;
  private int rejected;
  private int ran;

  private FuzzMain(long seed, Path folder) {
    this.random = new Random(seed);
    this.folder = folder;
  }

  /** Runs the cases and prints what became of them. */
  public static void main(String[] args) throws Exception {
    FuzzMain fuzz = new FuzzMain(Long.parseLong(args[0]), Path.of(args[2]));
    for (int i = 0; i < Integer.parseInt(args[1]); i++) {
      fuzz.oneCase();
    }
    System.out.println(
        "refused " + fuzz.refused + " rejected " + fuzz.rejected + " ran " + fuzz.ran);
  }

  private void oneCase() throws Exception {
    SampleNetworksAccess.Sample sample =
        SampleNetworksAccess.sample(random.nextInt(SampleNetworksAccess.COUNT));
    String param = sample.param();
    byte[] bin = sample.bin();
    boolean damageBin = random.nextInt(4) == 0;
    for (int i = damageBin ? 0 : random.nextInt(3); !damageBin && i >= 0; i--) {
      param = damaged(param);
    }
    Path paramFile = folder.resolve("net.param");
    Path binFile = folder.resolve("net.bin");
    Files.writeString(paramFile, param, StandardCharsets.ISO_8859_1);
    try {
      byte[] weights = damageBin ? damaged(bin) : fitting(ParamReader.read(paramFile));
      Files.write(binFile, weights);
      Precision precision = random.nextInt(4) == 0 ? Precision.BF16 : Precision.FP32;
      OwnLayers own = OWN_LAYERS.get(random.nextInt(OWN_LAYERS.size()));
      NetworkOptions options = new NetworkOptions(precision, own);
      try (LoadedNetwork network = LoadedNetwork.load(paramFile, binFile, options);
          Run run = network.open()) {
        runAll(network.graph(), run, sample);
      }
    } catch (NcnnException e) {
      refused++;
      expectOurs(e);
    }
  }

  private void runAll(Graph graph, Run run, SampleNetworksAccess.Sample sample) {
    for (int i = 0; i < 3; i++) {
      try {
        for (String name : graph.inputNames()) {
          input(graph, run, name, sample);
        }
        for (String name : graph.outputNames()) {
          run.output(name);
        }
        run.output(graph.blob(random.nextInt(graph.blobCount())));
        ran++;
      } catch (NcnnException e) {
        rejected++;
        expectOurs(e);
      }
    }
  }

  /** What ncnn makes must have the shape that the rules foretold. */
  private static void expectOurs(NcnnException e) {
    if (String.valueOf(e.getMessage()).contains("unexpected shape")) {
      throw new AssertionError("a rule foretells another shape than ncnn makes", e);
    }
  }

  private void input(Graph graph, Run run, String name, SampleNetworksAccess.Sample sample) {
    int[] shape = sample.shape(name);
    if (shape.length == 0 || random.nextInt(3) == 0) {
      shape = new int[1 + random.nextInt(3)];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = 1 + random.nextInt(1 << random.nextInt(7));
      }
    }
    int size = 1;
    for (int dim : shape) {
      size *= dim;
    }
    int consumer = graph.consumerIndex(graph.number(name));
    boolean ints = consumer >= 0 && graph.nodes().get(consumer).rule() instanceof EmbedRule;
    if (ints && random.nextInt(10) > 0) {
      int bound = 1 + random.nextInt(random.nextInt(20) == 0 ? 1000 : 40);
      run.input(name, random.ints(size, 0, bound).toArray(), Shape.ints(shape));
    } else {
      float[] data = new float[size];
      for (int i = 0; i < size; i++) {
        data[i] = (float) random.nextGaussian();
      }
      run.input(name, data, Shape.floats(shape));
    }
  }

  /** Weights of just the right size for a damaged graph, so that it gets as far as ncnn. */
  private byte[] fitting(Graph graph) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long total = 0;
    for (Node node : graph.nodes()) {
      for (WeightBlock block : node.rule().weights()) {
        total += block.count();
        if (total > 1 << 22) {
          throw new NcnnException("too large for this test");
        }
        ByteBuffer buffer = ByteBuffer.allocate(bytes(block)).order(ByteOrder.LITTLE_ENDIAN);
        buffer.position(block.encoding() == Encoding.TAGGED ? 4 : 0);
        while (buffer.hasRemaining()) {
          buffer.putFloat((float) random.nextGaussian() / 4);
        }
        out.writeBytes(buffer.array());
      }
    }
    return out.toByteArray();
  }

  private static int bytes(WeightBlock block) {
    int count = (int) block.count();
    return switch (block.encoding()) {
      case TAGGED -> 4 + 4 * count;
      case PLAIN -> 4 * count;
      case BYTES -> (count + 3) / 4 * 4;
    };
  }

  private byte[] damaged(byte[] bin) {
    byte[] copy =
        random.nextBoolean()
            ? bin.clone()
            : java.util.Arrays.copyOf(bin, random.nextInt(bin.length));
    for (int i = random.nextInt(4); i > 0 && copy.length > 0; i--) {
      copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return copy;
  }

  private String damaged(String param) {
    List<String> lines = new java.util.ArrayList<>(List.of(param.split("\n")));
    if (lines.size() < 3) {
      return param;
    }
    int at = 2 + random.nextInt(lines.size() - 2);
    switch (random.nextInt(12)) {
      case 0 -> {
        byte[] bytes = damaged(param.getBytes(StandardCharsets.ISO_8859_1));
        return new String(bytes, StandardCharsets.ISO_8859_1);
      }
      case 1 -> java.util.Collections.swap(lines, at, 2 + random.nextInt(lines.size() - 2));
      case 2 ->
          lines.set(at, typeFrom(lines.get(2 + random.nextInt(lines.size() - 2)), lines.get(at)));
      default -> lines.set(at, numberChanged(lines.get(at)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String typeFrom(String other, String line) {
    return other.split(" ", 2)[0] + line.substring(Math.max(0, line.indexOf(' ')));
  }

  /** Changes one attribute, which is the damage that stays plausible longest. */
  private String numberChanged(String line) {
    String[] words = line.split(" ");
    int at = 4 + random.nextInt(Math.max(2, words.length - 3));
    if (at >= words.length) {
      return line + " " + random.nextInt(20) + "=" + NUMBERS[random.nextInt(NUMBERS.length)];
    }
    int equals = words[at].indexOf('=');
    if (equals > 0) {
      String[] values = words[at].substring(equals + 1).split(",", -1);
      values[random.nextInt(values.length)] = NUMBERS[random.nextInt(NUMBERS.length)];
      words[at] = words[at].substring(0, equals + 1) + String.join(",", values);
    } else {
      words[at] = words[4 + random.nextInt(words.length - 4)];
    }
    return String.join(" ", words);
  }
}

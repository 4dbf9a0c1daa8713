package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.CpuFeatures;
import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.NetworkOptions;
import io.lumiere.ncnn.OwnLayers;
import io.lumiere.ncnn.Precision;
import java.nio.file.Path;
import java.util.List;

/** A checked graph and its native counterpart. Thread-safe. */
public final class LoadedNetwork implements AutoCloseable {
  private final Graph graph;
  private final NativeCalls.NetworkHandle handle;

  private LoadedNetwork(Graph graph, NativeCalls.NetworkHandle handle) {
    this.graph = graph;
    this.handle = handle;
  }

  /** Reads, checks and loads both files. */
  public static LoadedNetwork load(Path param, Path bin, NetworkOptions options) {
    NativeCalls.requireLibrary();
    boolean bf16 = options.precision() == Precision.BF16;
    boolean pairs = bf16 && multipliesPairs(options.ownLayers());
    Graph graph = ParamReader.read(param);
    for (Node node : bf16 && !pairs ? graph.nodes() : List.<Node>of()) {
      if (!node.rule().runsInBf16()) {
        throw new NcnnException(
            param
                + ": "
                + node.title()
                + ": grouped convolutions run in FP32 only, not in BF16; choose FP32 for it");
      }
    }
    try (NativeMemory weights = NativeMemory.read(bin)) {
      WeightCheck.check(graph, weights, bin);
      return new LoadedNetwork(
          graph,
          new NativeCalls.NetworkHandle(
              graph.text(options.ownLayers(), pairs), weights, bf16 && !pairs));
    } catch (NcnnException e) {
      throw e;
    } catch (RuntimeException e) { // what JavaCPP makes of a C++ exception
      throw new NcnnException("cannot load " + param + ": " + e.getMessage(), e);
    }
  }

  /** Whether bfloat16 is of products of our layers alone, in a network of 32-bit floats. */
  private static boolean multipliesPairs(OwnLayers own) {
    return own == OwnLayers.FASTEST && CpuFeatures.detect().tiles();
  }

  /** Returns the graph. */
  public Graph graph() {
    return graph;
  }

  /** Opens a run. */
  public Run open() {
    return new Run(graph, handle.open());
  }

  /** Frees the network when the last run of it is closed. */
  @Override
  public void close() {
    handle.close();
  }
}

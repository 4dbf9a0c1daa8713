package io.lumiere.ncnn;

import io.lumiere.ncnn.internal.LoadedNetwork;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A neural network in memory, made from ncnn's two files: the graph (param, text) and the weights
 * (bin). Load it once and share it: it is immutable and thread-safe, and any number of threads may
 * have sessions open at a time. The weights exist once however many sessions there are.
 *
 * <p>Supported are the layers of image and text encoders on the processor; a file with other layers
 * or attributes is refused by name. Weights may be 32-bit, 16-bit or bfloat16 floats, and 8-bit
 * integers in blocks with a scale each (Gemm and MultiHeadAttention).
 *
 * <p>Close it when it is no longer needed. Sessions that are open then can go on, and the memory is
 * freed with the last of them.
 */
public final class Network implements AutoCloseable {
  private final LoadedNetwork loaded;

  private Network(LoadedNetwork loaded) {
    this.loaded = loaded;
  }

  /**
   * Loads a network in full precision.
   *
   * @throws NcnnException see {@link #load(Path, Path, NetworkOptions)}
   */
  public static Network load(Path param, Path bin) {
    return load(param, bin, NetworkOptions.DEFAULT);
  }

  /**
   * Loads a network. The files are not needed afterwards.
   *
   * @param param the graph, ncnn's text form
   * @param bin the weights
   * @param options how it is held in memory
   * @throws NcnnException if a file cannot be read, is damaged, has unsupported layers, or the two
   *     do not belong together
   */
  public static Network load(Path param, Path bin, NetworkOptions options) {
    Objects.requireNonNull(bin, "bin");
    return new Network(LoadedNetwork.load(param, bin, options));
  }

  /** Returns the names of the blobs that a session's inputs go to, in the order of the file. */
  public List<String> inputNames() {
    return loaded.graph().inputNames();
  }

  /** Returns the names of the blobs that are results: no layer takes them. */
  public List<String> outputNames() {
    return loaded.graph().outputNames();
  }

  /**
   * Opens a session, which is cheap: one for each image or text is the usual way.
   *
   * @throws IllegalStateException if the network is closed
   */
  public Session newSession() {
    return new Session(loaded.open());
  }

  /** Closes the network to new sessions; harmless when repeated. */
  @Override
  public void close() {
    loaded.close();
  }
}

package io.lumiere.models.internal;

import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.NetworkOptions;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A network that is loaded on first use. Thread-safe. */
public final class LazyNetwork implements AutoCloseable {
  private final Path param;
  private final Path bin;
  private final NetworkOptions options;
  private @Nullable Network network;
  private boolean closed;

  public LazyNetwork(Path param, Path bin, NetworkOptions options) {
    this.param = param;
    this.bin = bin;
    this.options = options;
  }

  /**
   * The network, loaded if it is not yet.
   *
   * @throws IllegalStateException after {@link #close}
   */
  public synchronized Network get() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    Network loaded = network;
    if (loaded == null) {
      loaded = Network.load(param, bin, options);
      network = loaded;
    }
    return loaded;
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (network != null) {
      network.close();
    }
  }
}

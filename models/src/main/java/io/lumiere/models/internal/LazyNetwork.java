package io.lumiere.models.internal;

import io.lumiere.base.LumiereException;
import io.lumiere.models.ModelManifest;
import io.lumiere.ncnn.NcnnException;
import io.lumiere.ncnn.Network;
import io.lumiere.ncnn.NetworkOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A network of a model's folder that is loaded on first use. That may be days after the model was
 * opened; if another model is in the folder by then, its vectors would not compare with those that
 * are asked for, so it is refused. Thread-safe.
 */
public final class LazyNetwork implements AutoCloseable {
  private static final byte[] NONE = {};

  private final Path param;
  private final Path bin;
  private final NetworkOptions options;
  private final byte[] manifest;
  private @Nullable Network network;
  private boolean closed;

  public LazyNetwork(Path param, Path bin, NetworkOptions options) {
    this.param = param;
    this.bin = bin;
    this.options = options;
    this.manifest = manifest();
  }

  /**
   * The network, loaded if it is not yet.
   *
   * @throws LumiereException if it cannot be loaded, or is another model's meanwhile
   * @throws IllegalStateException after {@link #close}
   */
  public synchronized Network get() {
    if (closed) {
      throw new IllegalStateException("the model is closed");
    }
    Network loaded = network;
    if (loaded == null) {
      loaded = load();
      network = loaded;
    }
    return loaded;
  }

  private Network load() {
    try {
      Network loaded = Network.load(param, bin, options);
      if (isSameModel()) {
        return loaded;
      }
      loaded.close();
    } catch (NcnnException e) {
      if (isSameModel()) {
        throw new LumiereException("a network cannot be loaded: " + e.getMessage(), e);
      }
    }
    throw new LumiereException(
        "the model that was opened is not in "
            + param.getParent()
            + " any more: it was replaced or removed meanwhile; start again");
  }

  private boolean isSameModel() {
    return Arrays.equals(manifest, manifest());
  }

  /** What the folder says of its model; nothing while it is being made. */
  private byte[] manifest() {
    try {
      return Files.readAllBytes(param.resolveSibling(ModelManifest.FILE));
    } catch (IOException e) {
      return NONE;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (network != null) {
      network.close();
    }
  }
}

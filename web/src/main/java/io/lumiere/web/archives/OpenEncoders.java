package io.lumiere.web.archives;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.Models;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Models that are open, each once for all that use it: a model takes hundreds of megabytes.
 * Thread-safe.
 */
public final class OpenEncoders {
  private final Map<EmbeddingModel, Use> uses = new HashMap<>();

  private static final class Use {
    private final DualEncoder encoder;
    private int users;

    Use(DualEncoder encoder) {
      this.encoder = encoder;
    }
  }

  /** A model for as long as somebody uses it. For one thread, its encoder for many. */
  public final class Lease implements AutoCloseable {
    private final EmbeddingModel model;
    private final DualEncoder encoder;
    private boolean closed;

    private Lease(EmbeddingModel model, DualEncoder encoder) {
      this.model = model;
      this.encoder = encoder;
    }

    public DualEncoder encoder() {
      return encoder;
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        release(model);
      }
    }
  }

  /**
   * Lends the model in a folder; its towers are loaded when they are first used.
   *
   * @throws io.lumiere.base.LumiereException if it cannot be opened
   */
  public synchronized Lease lend(Path folder) {
    DualEncoder fresh = Models.open(folder);
    Use use = uses.get(fresh.model());
    if (use == null) {
      use = new Use(fresh);
      uses.put(fresh.model(), use);
    } else {
      fresh.close(); // Nothing of it is loaded yet.
    }
    use.users++;
    return new Lease(fresh.model(), use.encoder);
  }

  private synchronized void release(EmbeddingModel model) {
    Use use = Objects.requireNonNull(uses.get(model));
    use.users--;
    if (use.users == 0) {
      uses.remove(model);
      use.encoder.close();
    }
  }
}

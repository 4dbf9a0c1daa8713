package io.lumiere.models;

import java.nio.file.Path;

/**
 * A kind of model that {@link Models#open} can open, found by {@link java.util.ServiceLoader}.
 * Implementations have a public constructor without parameters. Implementations are thread-safe.
 */
public interface ModelKind {
  /** The kind as manifests write it, such as {@code starter}. */
  String name();

  /** Opens the model; its files are known to be there and of the right size. */
  DualEncoder open(Path modelDir, ModelManifest manifest);
}

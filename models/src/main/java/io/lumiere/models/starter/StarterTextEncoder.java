package io.lumiere.models.starter;

import io.lumiere.models.TextEncoder;
import io.lumiere.models.internal.Lazy;
import io.lumiere.models.internal.UnitVectors;
import io.lumiere.models.internal.bridge.BridgeMatrices;
import io.lumiere.models.internal.bridge.TextBridge;

/** The text tower and the bridge. Thread-safe. */
final class StarterTextEncoder implements TextEncoder {
  private final SentenceTower tower;
  private final Lazy<TextBridge> bridge;

  StarterTextEncoder(SentenceTower tower, Lazy<BridgeMatrices> matrices) {
    this.tower = tower;
    this.bridge = new Lazy<>(() -> new TextBridge(matrices.get()));
  }

  @Override
  public float[] encode(String text) {
    return UnitVectors.check(bridge.get().vector(tower.encode(text)), "a text");
  }

  @Override
  public boolean knows(String word) {
    return tower.knows(word);
  }
}

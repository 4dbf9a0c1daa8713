package io.lumiere.models.convert;

/**
 * What one layer of a network hands to the next. It belongs to the {@link NetworkBuilder} that made
 * it; any number of layers may take it. Immutable.
 */
public final class Blob {
  private final String name;

  Blob(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  @Override
  public String toString() {
    return name;
  }
}

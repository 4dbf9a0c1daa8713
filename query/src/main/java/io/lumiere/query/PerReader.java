package io.lumiere.query;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was made from one state of an index, until it is asked for another state. Thread-safe;
 * who comes while it is made waits for it.
 *
 * @param <T> what is made
 */
final class PerReader<T> {
  private final Maker<T> maker;
  private @Nullable Object readerId;
  private @Nullable T made;

  /** Makes it. */
  @FunctionalInterface
  interface Maker<T> {
    T make(IndexReader reader) throws IOException;
  }

  PerReader(Maker<T> maker) {
    this.maker = maker;
  }

  /** What belongs to a reader. */
  synchronized T of(IndexReader reader) throws IOException {
    Object id = reader.getContext().id();
    T known = made;
    if (known == null || !id.equals(readerId)) {
      known = maker.make(reader);
      made = known;
      readerId = id;
    }
    return known;
  }
}

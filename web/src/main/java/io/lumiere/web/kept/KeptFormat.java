package io.lumiere.web.kept;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How a value stands in a {@link KeptFile}. Implementations are thread-safe.
 *
 * @param <T> the value, immutable and compared by {@code equals}
 */
public interface KeptFormat<T> {
  /** What the file holds, as messages begin: "the lists". */
  String what();

  /** What holds where there is no file. */
  T empty();

  /**
   * Reads the value.
   *
   * @throws IllegalArgumentException that says what is wrong with it
   */
  T read(JsonNode json);

  /** The value as {@link #read} takes it. */
  JsonNode write(T value);
}

package io.lumiere.query;

import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A list that came from another process, whose values are what they should be or refused.
 * Immutable.
 */
record ShardValues(List<?> values) {
  static ShardValues of(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return new ShardValues(list);
    }
    throw new IllegalArgumentException("there is no list where one should be");
  }

  String text(int place) {
    return require(textOrNull(place), place);
  }

  @Nullable String textOrNull(int place) {
    return at(place, String.class);
  }

  Number number(int place) {
    return require(at(place, Number.class), place);
  }

  float @Nullable [] vectorOrNull(int place) {
    return at(place, float[].class);
  }

  float[] vector(int place) {
    return require(vectorOrNull(place), place);
  }

  long[] longs(int place) {
    return require(at(place, long[].class), place);
  }

  int[] ints(int place) {
    return require(at(place, int[].class), place);
  }

  byte[] bytes(int place) {
    return require(at(place, BytesRef.class), place).bytes; // Whole, as ValueBytes reads them.
  }

  List<?> list(int place) {
    return require(listOrNull(place), place);
  }

  @Nullable List<?> listOrNull(int place) {
    return at(place, List.class);
  }

  /** The keys of a hit, as {@link ShareValues#keys} writes them; null where there is no hit. */
  @Nullable FieldDoc hitOrNull(int place) {
    List<?> keys = listOrNull(place);
    return keys == null ? null : new FieldDoc(0, 0, keys.toArray());
  }

  private <T> @Nullable T at(int place, Class<T> type) {
    Object value = place < values.size() ? values.get(place) : null;
    if (value != null && !type.isInstance(value)) {
      throw new IllegalArgumentException("value " + place + " is not a " + type.getSimpleName());
    }
    return type.cast(value);
  }

  private static <T> T require(@Nullable T value, int place) {
    if (value == null) {
      throw new IllegalArgumentException("value " + place + " is missing");
    }
    return value;
  }
}

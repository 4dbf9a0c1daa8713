package io.lumiere.exchange.internal.parquet;

import dev.hardwood.row.PqList;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Times;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Parquet file's values into those that a column takes. Besides what {@link ParquetSink}
 * writes, it takes what tables of other programs make of that: whole numbers as doubles, times of
 * another unit, as milliseconds or as texts.
 */
final class ParquetValues {
  private ParquetValues() {}

  /** The value for a column; null for a number that is none, as tables write a missing one. */
  static @Nullable Object of(Column column, Object value) throws BadRowException {
    if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
      return null;
    }
    Object converted =
        switch (column.type()) {
          case STRING -> string(column, value);
          case INT -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE) ? intOf(value) : null;
          case LONG -> whole(value, -0x1p63, 0x1p63) ? longOf(value) : null;
          case FLOAT -> value instanceof Number number ? finite(number.floatValue()) : null;
          case DOUBLE -> value instanceof Number number ? finite(number.doubleValue()) : null;
          case LOCAL_TIME -> localTime(value);
          case INSTANT -> instant(value);
          case STRINGS -> value instanceof PqList list ? strings(list) : null;
          case VECTOR -> value instanceof PqList list ? vector(list) : null;
        };
    if (converted == null) {
      throw new BadRowException(
          column.name()
              + " is or has "
              + (value instanceof PqList ? "something else" : "'" + value + "'")
              + ": it takes "
              + column.type().accepted());
    }
    return converted;
  }

  private static @Nullable Object string(Column column, Object value) throws BadRowException {
    if (column.field().equals(Fields.TAKEN_OFFSET) && value instanceof Integer seconds) {
      try {
        return ZoneOffset.ofTotalSeconds(seconds).getId();
      } catch (DateTimeException e) {
        throw new BadRowException(column.name() + ": " + e.getMessage(), e);
      }
    }
    return value instanceof String ? value : null;
  }

  private static boolean whole(Object value, double least, double most) {
    return value instanceof Number number
        && number.doubleValue() == Math.rint(number.doubleValue())
        && number.doubleValue() >= least
        && number.doubleValue() <= most;
  }

  private static Object intOf(Object value) {
    return ((Number) value).intValue();
  }

  private static Object longOf(Object value) {
    return ((Number) value).longValue();
  }

  private static @Nullable Object finite(float number) {
    return Float.isFinite(number) ? (Object) number : null;
  }

  private static @Nullable Object finite(double number) {
    return Double.isFinite(number) ? (Object) number : null;
  }

  private static @Nullable Object localTime(Object value) {
    return switch (value) {
      case LocalDateTime time -> time;
      case Long millis -> LocalTimes.fromMillis(millis);
      case String text -> Times.local(text);
      default -> null;
    };
  }

  private static @Nullable Object instant(Object value) {
    return switch (value) {
      case Instant moment -> moment;
      case LocalDateTime utc -> utc.toInstant(ZoneOffset.UTC);
      case Long millis -> Instant.ofEpochMilli(millis);
      case String text -> Times.instant(text);
      default -> null;
    };
  }

  private static @Nullable Object strings(PqList list) {
    List<String> texts = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      if (!(list.get(i) instanceof String text)) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  private static float @Nullable [] vector(PqList list) {
    float[] vector = new float[list.size()];
    for (int i = 0; i < vector.length; i++) {
      if (!(list.get(i) instanceof Number number) || !Float.isFinite(number.floatValue())) {
        return null;
      }
      vector[i] = number.floatValue();
    }
    return vector;
  }
}

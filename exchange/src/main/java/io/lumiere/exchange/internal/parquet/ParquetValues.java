package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Times;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Turns a Parquet file's values into those that a column takes. Besides what {@link ParquetSink}
 * writes, it takes what tables of other programs make of that: whole numbers as doubles, times of
 * another unit, as milliseconds or as texts.
 */
final class ParquetValues {
  private static final int SHOWN = 40;

  private ParquetValues() {}

  /** The value for a column; null for NaN, which tables write for a missing number. */
  static @Nullable Object of(Column column, Object value) throws BadRowException {
    if (value instanceof Number number && Double.isNaN(number.doubleValue())) {
      return null;
    }
    Object converted =
        switch (column.type()) {
          case STRING -> string(column, value);
          case INT -> intOf(whole(value));
          case LONG -> whole(value);
          case FLOAT -> value instanceof Number number ? finite(number.floatValue()) : null;
          case DOUBLE -> value instanceof Number number ? finite(number.doubleValue()) : null;
          case LOCAL_TIME -> localTime(value);
          case INSTANT -> instant(value);
          case STRINGS -> value instanceof List<?> list ? strings(list) : null;
          case VECTOR -> value instanceof float[] vector && isFinite(vector) ? vector : null;
        };
    if (converted == null) {
      throw new BadRowException(
          column.name() + " is or has " + shown(value) + ": it takes " + column.type().accepted());
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

  /** The very number; null where it is not whole, or has more than 64 bits. */
  private static @Nullable Long whole(Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case Long number -> number;
      case BigDecimal number -> whole(number);
      case Number number -> whole(number.doubleValue());
      default -> null;
    };
  }

  private static @Nullable Long whole(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private static @Nullable Long whole(double number) {
    return number == Math.rint(number) && number >= -0x1p63 && number < 0x1p63
        ? (Long) (long) number
        : null;
  }

  private static @Nullable Integer intOf(@Nullable Long number) {
    return number == null || number != number.intValue() ? null : (Integer) number.intValue();
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

  private static @Nullable Object strings(List<?> list) {
    return list.stream().allMatch(String.class::isInstance) ? list : null;
  }

  private static boolean isFinite(float[] vector) {
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        return false;
      }
    }
    return true;
  }

  private static String shown(Object value) {
    if (value instanceof float[]) {
      return "something that is missing, or no finite number";
    }
    if (value instanceof List<?> list) {
      return list.stream().anyMatch(Objects::isNull) ? "a missing item" : "something else";
    }
    String text = String.valueOf(value);
    return "'" + (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text) + "'";
  }
}

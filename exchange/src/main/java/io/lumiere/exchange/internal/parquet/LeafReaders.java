package io.lumiere.exchange.internal.parquet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.UUID;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.Float16LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UnknownLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.jspecify.annotations.Nullable;

/** How values of Parquet's types are read: those that a table of photos may have. */
final class LeafReaders {
  /** More digits than any writer uses; the work to read a number grows with its digits. */
  private static final int MAX_SCALE = 100;

  private static final int FLOAT16_BYTES = 2;
  private static final int UUID_BYTES = 16;

  private LeafReaders() {}

  /**
   * A value of a type that no column takes.
   *
   * @param type what to call it in messages
   */
  record Unknown(String type) {
    @Override
    public String toString() {
      return "of type " + type;
    }
  }

  static LeafReader of(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    LeafReader reader =
        meaning == null || meaning instanceof UnknownLogicalTypeAnnotation
            ? plain(type)
            : meant(type, meaning);
    Unknown unknown =
        new Unknown(type.getPrimitiveTypeName() + (meaning == null ? "" : " " + meaning));
    return reader == null ? column -> unknown : reader;
  }

  private static @Nullable LeafReader plain(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> ColumnReader::getInteger;
      case INT64 -> ColumnReader::getLong;
      case FLOAT -> ColumnReader::getFloat;
      case DOUBLE -> ColumnReader::getDouble;
      case BOOLEAN -> ColumnReader::getBoolean;
      case BINARY -> column -> Texts.of(column.getBinary());
      case INT96 -> column -> oldTime(bytes(column.getBinary()));
      case FIXED_LEN_BYTE_ARRAY -> null;
    };
  }

  private static @Nullable LeafReader meant(PrimitiveType type, LogicalTypeAnnotation meaning) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> meantInt(meaning);
      case INT64 -> meantLong(meaning);
      case BINARY, FIXED_LEN_BYTE_ARRAY -> meantBytes(type, meaning);
      case FLOAT, DOUBLE, BOOLEAN, INT96 -> plain(type);
    };
  }

  private static @Nullable LeafReader meantInt(LogicalTypeAnnotation meaning) {
    return switch (meaning) {
      case IntLogicalTypeAnnotation number when number.isSigned() -> ColumnReader::getInteger;
      case IntLogicalTypeAnnotation number -> column -> Integer.toUnsignedLong(column.getInteger());
      case DateLogicalTypeAnnotation date -> column -> LocalDate.ofEpochDay(column.getInteger());
      case DecimalLogicalTypeAnnotation decimal when isReadable(decimal) ->
          column -> BigDecimal.valueOf(column.getInteger(), decimal.getScale());
      default -> null;
    };
  }

  private static @Nullable LeafReader meantLong(LogicalTypeAnnotation meaning) {
    return switch (meaning) {
      case IntLogicalTypeAnnotation number when number.isSigned() -> ColumnReader::getLong;
      case IntLogicalTypeAnnotation number -> column -> unsigned(column.getLong());
      case TimestampLogicalTypeAnnotation time -> column -> time(column.getLong(), time);
      case DecimalLogicalTypeAnnotation decimal when isReadable(decimal) ->
          column -> BigDecimal.valueOf(column.getLong(), decimal.getScale());
      default -> null;
    };
  }

  private static @Nullable LeafReader meantBytes(
      PrimitiveType type, LogicalTypeAnnotation meaning) {
    int length = type.getTypeLength();
    return switch (meaning) {
      case StringLogicalTypeAnnotation text -> column -> Texts.of(column.getBinary());
      case EnumLogicalTypeAnnotation text -> column -> Texts.of(column.getBinary());
      case JsonLogicalTypeAnnotation text -> column -> Texts.of(column.getBinary());
      case UUIDLogicalTypeAnnotation uuid when length == UUID_BYTES ->
          column -> uuid(bytes(column.getBinary()));
      case Float16LogicalTypeAnnotation half when length == FLOAT16_BYTES ->
          column -> Float.float16ToFloat(bytes(column.getBinary()).getShort());
      case DecimalLogicalTypeAnnotation decimal when isReadable(decimal) ->
          column -> decimal(column.getBinary(), decimal.getScale());
      default -> null;
    };
  }

  private static boolean isReadable(DecimalLogicalTypeAnnotation decimal) {
    return decimal.getScale() >= 0 && decimal.getScale() <= MAX_SCALE;
  }

  private static Object decimal(Binary binary, int scale) {
    if (binary.length() == 0 || binary.length() > MAX_SCALE) {
      return new Unknown("DECIMAL of " + binary.length() + " bytes");
    }
    return new BigDecimal(new BigInteger(binary.getBytesUnsafe()), scale);
  }

  private static Object unsigned(long number) {
    return number >= 0 ? (Object) number : new BigDecimal(Long.toUnsignedString(number));
  }

  private static Object time(long value, TimestampLogicalTypeAnnotation type) {
    long perSecond =
        switch (type.getUnit()) {
          case MILLIS -> 1_000;
          case MICROS -> 1_000_000;
          case NANOS -> 1_000_000_000;
        };
    long seconds = Math.floorDiv(value, perSecond);
    int nanos = (int) (Math.floorMod(value, perSecond) * (1_000_000_000 / perSecond));
    return type.isAdjustedToUTC()
        ? Instant.ofEpochSecond(seconds, nanos)
        : LocalDateTime.ofEpochSecond(seconds, nanos, ZoneOffset.UTC);
  }

  /**
   * INT96: nanoseconds of a day, and the day. Writers used it before Parquet had types for times.
   */
  private static LocalDateTime oldTime(ByteBuffer bytes) {
    long nanos = bytes.getLong();
    return LocalDate.MIN
        .with(JulianFields.JULIAN_DAY, bytes.getInt())
        .atStartOfDay()
        .plusNanos(nanos);
  }

  private static String uuid(ByteBuffer bytes) {
    ByteBuffer big = bytes.order(ByteOrder.BIG_ENDIAN);
    return new UUID(big.getLong(), big.getLong()).toString();
  }

  private static ByteBuffer bytes(Binary binary) {
    return binary.toByteBuffer().slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}

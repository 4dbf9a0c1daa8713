package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Column;
import java.util.List;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The types of columns in a Parquet file. Every column may lack a value. */
final class ParquetSchema {
  private ParquetSchema() {}

  static MessageType of(List<Column> columns) {
    return new MessageType("photo", columns.stream().map(ParquetSchema::type).toList());
  }

  /** The path of a list's elements, as settings of a column name it. */
  static String elements(Column column) {
    return column.name() + ".list.element";
  }

  private static Type type(Column column) {
    String name = column.name();
    return switch (column.type()) {
      case STRING ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case FLOAT -> Types.optional(PrimitiveTypeName.FLOAT).named(name);
      case DOUBLE -> Types.optional(PrimitiveTypeName.DOUBLE).named(name);
      case LOCAL_TIME -> timestamp(name, false);
      case INSTANT -> timestamp(name, true);
      case STRINGS ->
          Types.optionalList()
              .requiredElement(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case VECTOR -> Types.optionalList().requiredElement(PrimitiveTypeName.FLOAT).named(name);
    };
  }

  private static Type timestamp(String name, boolean utc) {
    return Types.optional(PrimitiveTypeName.INT64)
        .as(LogicalTypeAnnotation.timestampType(utc, TimeUnit.MILLIS))
        .named(name);
  }
}

package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Column;
import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/**
 * A column of a file that is taken: a value in each row, or a list of values.
 *
 * @param column that it fills
 * @param leaf its number among the columns of the schema that have values
 * @param descriptor of its values
 * @param itemLevel the definition level from which on there is an item of a list; 0 for no list
 * @param values how they are read
 */
record TableColumn(
    Column column, int leaf, ColumnDescriptor descriptor, int itemLevel, LeafReader values) {
  /**
   * A column.
   *
   * @param type the schema's top-level type of this column
   * @throws IOException if it is neither values nor a list of values
   */
  static TableColumn of(Column column, Type type, int leaf, ColumnDescriptor descriptor)
      throws IOException {
    int itemLevel = itemLevel(type);
    boolean isStruct = itemLevel == 0 && !type.isPrimitive();
    if (isStruct || descriptor.getMaxRepetitionLevel() > 1 || descriptor.getPath().length > 3) {
      throw unfit(column, type);
    }
    LeafReader values = LeafReaders.of(descriptor.getPrimitiveType());
    return new TableColumn(column, leaf, descriptor, itemLevel, values);
  }

  boolean isList() {
    return itemLevel > 0;
  }

  /** Whether the column may be null as a whole, which an empty list is not. */
  boolean isNull(int definitionLevel) {
    return definitionLevel == 0 && descriptor.getMaxDefinitionLevel() > 0 && !isBareList();
  }

  /** How many columns with values a type has. */
  static int leaves(Type type) {
    return type.isPrimitive()
        ? 1
        : type.asGroupType().getFields().stream().mapToInt(TableColumn::leaves).sum();
  }

  static IOException unfit(Column column, Type type) {
    return new IOException(
        "column "
            + type.getName()
            + " has values that are made of others: it takes "
            + column.type().accepted());
  }

  /** The definition level of the repeated type on the way to the values. */
  private static int itemLevel(Type top) {
    int level = 0;
    for (Type type = top; ; type = ((GroupType) type).getType(0)) {
      level += type.isRepetition(Repetition.REQUIRED) ? 0 : 1;
      if (type.isRepetition(Repetition.REPEATED)) {
        return level;
      }
      if (type.isPrimitive()) {
        return 0;
      }
    }
  }

  private boolean isBareList() {
    return itemLevel == 1 && descriptor.getPath().length == 1;
  }
}

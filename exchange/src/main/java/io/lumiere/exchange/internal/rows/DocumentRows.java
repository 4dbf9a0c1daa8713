package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/** Makes rows from the stored fields of documents. */
public final class DocumentRows {
  private DocumentRows() {}

  /** Puts the document's values of {@code columns} into a row; vectors are left out. */
  public static void addTo(Row row, Document document, List<Column> columns) {
    for (Column column : columns) {
      Object value = column.isModel() ? null : value(document, column);
      if (value != null) {
        row.put(column, value);
      }
    }
  }

  private static @Nullable Object value(Document document, Column column) {
    if (column.type() == ColumnType.STRINGS) {
      String[] texts = document.getValues(column.field());
      return texts.length == 0 ? null : Arrays.asList(texts);
    }
    IndexableField stored = document.getField(column.field());
    if (stored == null) {
      return null;
    }
    Number number = stored.numericValue();
    if (number == null) {
      return stored.stringValue();
    }
    return switch (column.type()) {
      case LOCAL_TIME -> LocalTimes.fromMillis(number.longValue());
      case INSTANT -> Instant.ofEpochMilli(number.longValue());
      case STRING -> offset(column, number.intValue());
      default -> number;
    };
  }

  private static String offset(Column column, int seconds) {
    if (!column.field().equals(Fields.TAKEN_OFFSET)) {
      throw new IllegalStateException(column.name() + " is a number in the index");
    }
    return ZoneOffset.ofTotalSeconds(seconds).getId();
  }
}

package io.lumiere.exchange.internal.rows;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.Fields;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;

/** Makes photos and failures from rows, by way of a document as an index would hold it. */
public final class RowDocuments {
  private RowDocuments() {}

  /** Whether the row is of a file that could not be read. */
  public static boolean isFailure(Row row) {
    return row.has(Fields.FAILURE_PATH);
  }

  /**
   * The photo of a row that has all that a photo must have.
   *
   * @throws BadRowException if a photo cannot have one of the values
   */
  public static Photo photo(Row row) throws BadRowException {
    RowChecks.check(row);
    try {
      return PhotoDocuments.fromDocument(stored(row));
    } catch (LumiereException | IllegalArgumentException | ArithmeticException e) {
      throw new BadRowException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The photo of a row that an index gave, all of it: nothing of it is checked.
   *
   * @throws IllegalStateException if the row is not of an index
   */
  public static Photo ofIndex(Row row) {
    try {
      return PhotoDocuments.fromDocument(unchecked(row));
    } catch (BadRowException e) {
      throw new IllegalStateException("an index has values that a photo cannot have", e);
    }
  }

  /**
   * The document of a failure.
   *
   * @throws BadRowException if it lacks anything
   */
  public static Document failure(Row row) throws BadRowException {
    for (Column column : Columns.failure()) {
      if (row.get(column) == null) {
        throw new BadRowException(
            "the row of a file that could not be read has no "
                + column.name()
                + ": it needs all of them");
      }
    }
    RowChecks.checkFailure(row);
    Document stored = stored(row);
    return PhotoDocuments.toFailure(
        stored.get(Fields.FAILURE_PATH),
        stored.get(Fields.FAILURE_REASON),
        stored.getField(Fields.FAILURE_SIZE).numericValue().longValue(),
        Instant.ofEpochMilli(stored.getField(Fields.FAILURE_MODIFIED).numericValue().longValue()));
  }

  private static Document stored(Row row) throws BadRowException {
    RowChecks.checkTexts(row);
    return unchecked(row);
  }

  private static Document unchecked(Row row) throws BadRowException {
    Document document = new Document();
    for (Map.Entry<Column, Object> entry : row.values().entrySet()) {
      Column column = entry.getKey();
      if (column.type() != ColumnType.VECTOR && !column.isModel()) {
        add(document, column, entry.getValue());
      }
    }
    return document;
  }

  private static void add(Document document, Column column, Object value) throws BadRowException {
    String field = column.field();
    switch (value) {
      case Integer number -> document.add(new StoredField(field, number));
      case Long number -> document.add(new StoredField(field, number));
      case Float number -> document.add(new StoredField(field, number));
      case Double number -> document.add(new StoredField(field, number));
      case LocalDateTime time -> document.add(new StoredField(field, millis(column, time)));
      case Instant moment -> document.add(new StoredField(field, millis(column, moment)));
      case List<?> texts ->
          texts.forEach(text -> document.add(new StoredField(field, (String) text)));
      case String text when field.equals(Fields.TAKEN_OFFSET) ->
          document.add(new StoredField(field, offset(text)));
      case String text -> document.add(new StoredField(field, text));
      default -> throw new IllegalStateException("no value of a column: " + value.getClass());
    }
  }

  private static long millis(Column column, Object time) throws BadRowException {
    try {
      return time instanceof Instant moment
          ? moment.toEpochMilli()
          : LocalTimes.toMillis((LocalDateTime) time);
    } catch (ArithmeticException e) {
      throw new BadRowException(
          column.name()
              + " is "
              + time
              + ", which is too far from now: it takes years up to 292 million",
          e);
    }
  }

  private static int offset(String text) throws BadRowException {
    try {
      return ZoneOffset.of(text).getTotalSeconds();
    } catch (DateTimeException e) {
      throw new BadRowException(
          Fields.TAKEN_OFFSET + " '" + text + "' is not an offset from UTC such as +02:00 or Z", e);
    }
  }
}

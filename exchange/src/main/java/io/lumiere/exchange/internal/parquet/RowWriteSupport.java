package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.schema.LocalTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.jspecify.annotations.Nullable;

/** Hands rows to Parquet's writer. For one thread. */
final class RowWriteSupport extends WriteSupport<Row> {
  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  private final List<Column> columns;
  private final Map<String, String> metadata;
  private @Nullable RecordConsumer out;

  RowWriteSupport(List<Column> columns, Map<String, String> metadata) {
    this.columns = columns;
    this.metadata = metadata;
  }

  @Override
  @SuppressWarnings("deprecation")
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("no Hadoop is at hand");
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(ParquetSchema.of(columns), new HashMap<>(metadata));
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    this.out = consumer;
  }

  @Override
  public void write(Row row) {
    RecordConsumer to = out;
    if (to == null) {
      throw new IllegalStateException("the writer is not prepared");
    }
    to.startMessage();
    for (int i = 0; i < columns.size(); i++) {
      Object value = row.get(columns.get(i));
      if (value != null) {
        to.startField(columns.get(i).name(), i);
        write(to, value);
        to.endField(columns.get(i).name(), i);
      }
    }
    to.endMessage();
  }

  private static void write(RecordConsumer to, Object value) {
    switch (value) {
      case String text -> to.addBinary(Binary.fromString(text));
      case Integer number -> to.addInteger(number);
      case Long number -> to.addLong(number);
      case Float number -> to.addFloat(number);
      case Double number -> to.addDouble(number);
      case LocalDateTime time -> to.addLong(LocalTimes.toMillis(time));
      case Instant moment -> to.addLong(moment.toEpochMilli());
      case List<?> texts -> writeTexts(to, texts);
      case float[] vector -> writeVector(to, vector);
      default -> throw new IllegalStateException("no value of a column: " + value.getClass());
    }
  }

  private static void writeTexts(RecordConsumer to, List<?> texts) {
    to.startGroup();
    if (!texts.isEmpty()) {
      to.startField(LIST, 0);
      for (Object text : texts) {
        to.startGroup();
        to.startField(ELEMENT, 0);
        to.addBinary(Binary.fromString((String) text));
        to.endField(ELEMENT, 0);
        to.endGroup();
      }
      to.endField(LIST, 0);
    }
    to.endGroup();
  }

  private static void writeVector(RecordConsumer to, float[] vector) {
    to.startGroup();
    to.startField(LIST, 0);
    for (float number : vector) {
      to.startGroup();
      to.startField(ELEMENT, 0);
      to.addFloat(number);
      to.endField(ELEMENT, 0);
      to.endGroup();
    }
    to.endField(LIST, 0);
    to.endGroup();
  }
}

package io.lumiere.exchange.internal.opensearch;

import io.lumiere.base.LumiereException;
import io.lumiere.exchange.internal.jsonl.LineSink;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.ColumnType;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.schema.LocalTimes;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.Place;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.BytesRef;

/**
 * Writes the body of requests to OpenSearch's {@code _bulk}: for each photo a line that says to
 * index a document under the photo's id, whatever is there already, and the document. For one
 * thread.
 */
public final class BulkSink extends LineSink {
  /** The longest {@code _id} that OpenSearch takes. */
  private static final int MAX_ID_BYTES = 512;

  /** Years as OpenSearch reads them in dates. */
  private static final int MAX_YEAR = 9999;

  private final DocumentFields fields;

  public BulkSink(OutputStream out, DocumentFields fields) throws IOException {
    super(out);
    this.fields = fields;
  }

  @Override
  public void write(Row row) throws IOException {
    Photo photo = RowDocuments.ofIndex(row);
    writeAction(photo);
    json.writeStartObject();
    for (PhotoField<?> field : fields.photo()) {
      write(field, field.of(photo));
    }
    for (Map.Entry<Column, Object> entry : row.values().entrySet()) {
      Column column = entry.getKey();
      if (column.type() == ColumnType.VECTOR && fields.hasVector(column.field())) {
        json.writeFieldName(column.field());
        writeVector((float[]) entry.getValue());
      }
    }
    json.writeEndObject();
  }

  /** The index is not named: the address of the request names it. */
  private void writeAction(Photo photo) throws IOException {
    int bytes = photo.id().getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_ID_BYTES) {
      throw new LumiereException(
          "the id of photo "
              + photo.file().path()
              + " has "
              + bytes
              + " bytes: OpenSearch takes ids of at most "
              + MAX_ID_BYTES);
    }
    json.writeStartObject();
    json.writeObjectFieldStart("index");
    json.writeStringField("_id", photo.id());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void write(PhotoField<?> field, List<?> values) throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeFieldName(field.name());
    if (!field.many()) {
      writeValue(values.getFirst());
      return;
    }
    json.writeStartArray();
    for (Object value : values) {
      writeValue(value);
    }
    json.writeEndArray();
  }

  private void writeValue(Object value) throws IOException {
    switch (value) {
      case String text -> json.writeString(text);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Float number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case ZoneOffset offset -> json.writeNumber(offset.getTotalSeconds());
      case LocalDateTime time -> writeTime(time);
      case Instant moment -> writeMoment(moment);
      case BytesRef text -> json.writeString(text.utf8ToString());
      case Place place -> {
        json.writeStartObject();
        json.writeNumberField("lat", place.latitude());
        json.writeNumberField("lon", place.longitude());
        json.writeEndObject();
      }
      default -> throw new IllegalStateException("no value of a document: " + value.getClass());
    }
  }

  /** OpenSearch keeps dates without an offset as if they were UTC, as an index of Lumiere does. */
  private void writeTime(LocalDateTime time) throws IOException {
    if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) {
      json.writeString(time.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME));
    } else {
      json.writeNumber(LocalTimes.toMillis(time));
    }
  }

  private void writeMoment(Instant moment) throws IOException {
    int year = moment.atOffset(ZoneOffset.UTC).getYear();
    if (year >= 0 && year <= MAX_YEAR) {
      json.writeString(moment.toString());
    } else {
      json.writeNumber(moment.toEpochMilli());
    }
  }
}

package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addLong;
import static io.lumiere.schema.StoredValues.findNumber;

import java.time.LocalDateTime;
import org.apache.lucene.document.Document;

/** How a photo's metadata were read, in its document. */
final class ReadingFields {
  private ReadingFields() {}

  static void add(Document document, Reading reading) {
    LocalDateTime future = reading.future();
    addKeyword(document, Fields.READER, reading.by());
    addLong(document, Fields.CHANGED, reading.changed());
    addLong(document, Fields.TAKEN_REFUSED, future == null ? null : LocalTimes.toMillis(future));
  }

  static Reading read(Document document) {
    Number changed = findNumber(document, Fields.CHANGED);
    Number future = findNumber(document, Fields.TAKEN_REFUSED);
    return new Reading(
        document.get(Fields.READER),
        changed == null ? null : Long.valueOf(changed.longValue()),
        future == null ? null : LocalTimes.fromMillis(future.longValue()));
  }
}

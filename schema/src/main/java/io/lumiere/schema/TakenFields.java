package io.lumiere.schema;

import static io.lumiere.schema.StoredValues.addInt;
import static io.lumiere.schema.StoredValues.addKeyword;
import static io.lumiere.schema.StoredValues.addLong;
import static io.lumiere.schema.StoredValues.expectString;
import static io.lumiere.schema.StoredValues.findInt;
import static io.lumiere.schema.StoredValues.findNumber;

import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;

/** When a photo was taken, in its document. */
final class TakenFields {
  private TakenFields() {}

  static void add(Document document, @Nullable Taken taken) {
    if (taken == null) {
      return;
    }
    addLong(document, Fields.TAKEN, LocalTimes.toMillis(taken.local()));
    Instant instant = taken.instant();
    ZoneOffset offset = taken.offset();
    addLong(document, Fields.TAKEN_INSTANT, instant == null ? null : instant.toEpochMilli());
    addInt(document, Fields.TAKEN_OFFSET, offset == null ? null : offset.getTotalSeconds());
    addKeyword(document, Fields.TAKEN_OFFSET_SOURCE, taken.offsetSource());
    addKeyword(document, Fields.TAKEN_SOURCE, taken.source());
    addKeyword(document, Fields.TAKEN_CONFIDENCE, taken.confidence().keyword());
    addKeyword(document, Fields.TAKEN_PRECISION, taken.precision().keyword());
  }

  static @Nullable Taken read(Document document) {
    Number millis = findNumber(document, Fields.TAKEN);
    if (millis == null) {
      return null;
    }
    Integer offset = findInt(document, Fields.TAKEN_OFFSET);
    return new Taken(
        LocalTimes.fromMillis(millis.longValue()),
        offset == null ? null : ZoneOffset.ofTotalSeconds(offset),
        document.get(Fields.TAKEN_OFFSET_SOURCE),
        expectString(document, Fields.TAKEN_SOURCE),
        Confidence.of(expectString(document, Fields.TAKEN_CONFIDENCE)),
        Precision.of(expectString(document, Fields.TAKEN_PRECISION)));
  }
}

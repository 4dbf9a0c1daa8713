package io.lumiere.exchange.internal.rows;

import io.lumiere.schema.Fields;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;

/** Lays rows over what an index has of their photos. */
public final class RowOverlay {
  /** What says something of a value, and nothing of another one that takes its place. */
  private static final Map<String, List<String>> SAID_OF =
      Map.of(
          Fields.TAKEN,
          List.of(Fields.TAKEN_SOURCE, Fields.TAKEN_CONFIDENCE, Fields.TAKEN_PRECISION),
          Fields.TAKEN_OFFSET,
          List.of(Fields.TAKEN_OFFSET_SOURCE));

  private RowOverlay() {}

  /**
   * All that is known of a photo: what the row says of it, and for the rest what an index has.
   *
   * @param stored of the photo
   */
  public static Row of(Row row, Document stored) {
    Row whole = new Row();
    DocumentRows.addTo(whole, stored, Columns.photo());
    SAID_OF.forEach((field, said) -> {
      Object value = row.value(field);
      if (value != null && !value.equals(whole.value(field))) {
        said.forEach(whole::remove);
      }
    });
    row.values().forEach(whole::put);
    return whole;
  }
}

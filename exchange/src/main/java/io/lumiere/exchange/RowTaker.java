package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.ColumnType;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowCompletion;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** Puts rows into an index. For one thread. */
final class RowTaker {
  private final PhotoWriter writer;
  private final KnownPhotos known;
  private final RowCompletion completion;
  private final VectorFields fields;
  private final UnitVectors units;
  private final boolean update;
  private long added;
  private long replaced;
  private long failures;
  private long incomplete;

  RowTaker(
      PhotoWriter writer,
      KnownPhotos known,
      RowCompletion completion,
      VectorFields fields,
      ImportOptions options) {
    this.writer = writer;
    this.known = known;
    this.completion = completion;
    this.fields = fields;
    this.units = new UnitVectors(options.normalize());
    this.update = options.update();
  }

  /**
   * Puts a row into the index.
   *
   * @throws BadRowException if it cannot be; nothing of it is in the index then
   */
  void take(Row row) throws BadRowException, IOException {
    if (RowDocuments.isFailure(row)) {
      Document failure = RowDocuments.failure(row);
      writer.replace(
          List.of(new Term(Fields.FAILURE_PATH, failure.get(Fields.FAILURE_PATH))), failure);
      failures++;
      return;
    }
    String path = completion.path(row);
    int before = known.find(id(row), path);
    Row whole = update && before != KnownPhotos.NONE ? laidOver(row, before) : row;
    boolean lacking =
        completion.complete(whole, path, before == KnownPhotos.NONE ? null : known.id(before));
    Photo photo = RowDocuments.photo(whole);
    Map<String, float[]> vectors = vectors(row);
    if (update && before != KnownPhotos.NONE && fields.models() != null) {
      known.vectors(before, fields.models().all()).forEach(vectors::putIfAbsent);
    }
    // Two steps are faster than one update; both are in one commit.
    writer.delete(List.of(new Term(Fields.PATH, path), new Term(Fields.FAILURE_PATH, path)));
    writer.replace(
        List.of(new Term(Fields.ID, photo.id())), PhotoDocuments.toDocument(photo, vectors));
    count(before != KnownPhotos.NONE, lacking);
  }

  long added() {
    return added;
  }

  long replaced() {
    return replaced;
  }

  long failures() {
    return failures;
  }

  long incomplete() {
    return incomplete;
  }

  private void count(boolean wasThere, boolean lacking) {
    if (wasThere) {
      replaced++;
    } else {
      added++;
    }
    if (lacking) {
      incomplete++;
    }
  }

  private static @Nullable String id(Row row) {
    Column id = Columns.find(Fields.ID);
    return id == null ? null : (String) row.get(id);
  }

  private Row laidOver(Row row, int before) throws IOException {
    Row whole = known.row(before);
    row.values().forEach(whole::put);
    return whole;
  }

  private Map<String, float[]> vectors(Row row) throws BadRowException {
    Map<String, float[]> vectors = new TreeMap<>();
    for (Map.Entry<Column, Object> entry : row.values().entrySet()) {
      Column column = entry.getKey();
      if (column.type() == ColumnType.VECTOR) {
        float[] vector = units.check((float[]) entry.getValue(), column.name());
        String model = (String) row.get(Columns.vector(column.field()).getFirst());
        String field = fields.field(column, model, vector.length);
        if (vectors.put(field, vector) != null) {
          throw new BadRowException("two of its vectors are of one model: it takes one of each");
        }
      }
    }
    return vectors;
  }
}

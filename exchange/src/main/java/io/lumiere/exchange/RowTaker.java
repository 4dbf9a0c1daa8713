package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.ColumnType;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowCompletion;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.exchange.internal.rows.RowOverlay;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts rows into an index. For one thread. */
final class RowTaker {
  private final ImportTarget target;
  private final RowCompletion completion;
  private final VectorFields fields;
  private final Described metadata;
  private @Nullable IndexModels prepared;
  private boolean preparedForNew;
  private final UnitVectors units;
  private final boolean update;
  private final TakenPhotos taken;
  private long added;
  private long replaced;
  private long failures;
  private long incomplete;

  /** What is said of an index. */
  @FunctionalInterface
  interface Described {
    /** As it has vectors of these models, and photos that it did not have or not. */
    IndexMetadata metadata(IndexModels models, boolean hasNew);
  }

  /** A taker of rows, which tells the target what is said of it. */
  RowTaker(
      ImportTarget target,
      RowCompletion completion,
      VectorFields fields,
      Described metadata,
      ImportOptions options) {
    this.target = target;
    this.metadata = metadata;
    this.completion = completion;
    this.fields = fields;
    this.units = new UnitVectors(options.normalize());
    this.update = options.update();
    this.taken = new TakenPhotos(target);
  }

  /**
   * Puts a row into the index.
   *
   * @throws BadRowException if it cannot be; nothing of it is in the index then
   */
  void take(Row row) throws BadRowException, IOException {
    IndexModels before = fields.models();
    try {
      put(row);
    } catch (BadRowException e) {
      fields.restore(before);
      throw e;
    }
  }

  private void put(Row row) throws BadRowException, IOException {
    if (RowDocuments.isFailure(row)) {
      target.putFailure(RowDocuments.failure(row));
      failures++;
      return;
    }
    String path = completion.path(row);
    int before = target.find(text(row, Fields.ID), path, text(row, Fields.CONTENT_HASH));
    if (before == ImportTarget.SEVERAL) {
      throw new BadRowException(
          "several photos are at its path " + path + ": it needs the id of one of them");
    }
    Row whole =
        update && before != ImportTarget.NONE ? RowOverlay.of(row, target.stored(before)) : row;
    boolean lacking = completion.complete(whole, path, id(row, path, before));
    Photo photo = RowDocuments.photo(whole);
    Map<String, float[]> vectors = vectors(row);
    if (update && before != ImportTarget.NONE && fields.models() != null) {
      target.vectors(before, fields.models().all()).forEach(vectors::putIfAbsent);
    }
    if (update && !taken.add(before, photo.id(), path)) {
      throw new BadRowException(
          "photo "
              + path
              + " is in an earlier record of the file, and of two records one would be lost: join"
              + " them, or import them from files of their own, one after the other");
    }
    prepare(added > 0 || before == ImportTarget.NONE);
    target.put(before, photo.id(), path, PhotoDocuments.toDocument(photo, vectors));
    count(before != ImportTarget.NONE, lacking);
  }

  /** Where what is said of the target changes, it learns of it first. */
  private void prepare(boolean hasNew) {
    IndexModels models = fields.models();
    if (models == null) {
      return;
    }
    if (hasNew != preparedForNew || !models.equals(prepared)) {
      target.prepare(metadata.metadata(models, hasNew));
      prepared = models;
      preparedForNew = hasNew;
    }
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

  private static @Nullable String text(Row row, String name) {
    Column column = Columns.find(name);
    return column == null ? null : (String) row.get(column);
  }

  /**
   * The id that the row gives its photo, or the photo's own. A new photo does not take that of one
   * which was at its path before and has moved: it would take its place.
   */
  private String id(Row row, String path, int before) throws IOException {
    String stated = text(row, Fields.ID);
    String known = stated != null || before == ImportTarget.NONE ? stated : target.id(before);
    if (known != null) {
      return known;
    }
    String ofPath = RowCompletion.id(path);
    return target.find(ofPath, path, null) == ImportTarget.NONE
        ? ofPath
        : UUID.randomUUID().toString();
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

package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Photos as an export sees them, and which columns of them are exported. */
final class ExportSource implements Closeable {
  private final ExportedPhotos photos;
  private final ExportOptions options;
  private final List<IndexedModel> models;
  private final List<Column> columns;

  private ExportSource(ExportedPhotos photos, ExportOptions options) throws IOException {
    this.photos = photos;
    this.options = options;
    List<Column> all = new ArrayList<>(Columns.photo());
    List<IndexedModel> wanted =
        options.vectors()
            ? IndexMetadata.fromUpgradable(photos.userData(), photos.name()).models().all()
            : List.of();
    wanted.forEach(model -> all.addAll(Columns.vector(model.field())));
    this.columns = new ArrayList<>(Columns.named(all, options.fields()));
    if (options.failures()) {
      columns.addAll(Columns.failure());
    }
    this.models =
        wanted.stream()
            .filter(model -> columns.containsAll(Columns.vector(model.field())))
            .toList();
  }

  static ExportSource open(
      ExportedPhotos.Opening opening, ExportOptions options, BooleanSupplier stopped)
      throws IOException {
    ExportedPhotos open = opening.open(stopped);
    try {
      return new ExportSource(open, options);
    } catch (RuntimeException | IOException e) {
      open.close();
      throw e;
    }
  }

  ExportedPhotos photos() {
    return photos;
  }

  /** The models whose vectors are exported. */
  List<IndexedModel> models() {
    return models;
  }

  /** All columns that are exported. */
  List<Column> columns() {
    return columns;
  }

  /** What a file of whole records says of where they come from; empty where they are not whole. */
  Map<String, String> origin() throws IOException {
    return options.fields() == null ? new TreeMap<>(photos.userData()) : Map.of();
  }

  @Override
  public void close() throws IOException {
    photos.close();
  }
}

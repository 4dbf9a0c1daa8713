package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.DocumentRows;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.store.OpenIndex;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;

/** An index as an export sees it, and which columns of it are exported. */
final class ExportSource implements Closeable {
  private final OpenIndex index;
  private final ExportOptions options;
  private final List<IndexedModel> models;
  private final List<Column> columns;
  private final List<Column> stored;
  private final Set<String> storedFields;

  private ExportSource(OpenIndex index, ExportOptions options) {
    this.index = index;
    this.options = options;
    List<Column> all = new ArrayList<>(Columns.photo());
    List<IndexedModel> wanted =
        options.vectors() ? index.upgradableMetadata().models().all() : List.of();
    wanted.forEach(model -> all.addAll(Columns.vector(model.field())));
    this.columns = new ArrayList<>(Columns.named(all, options.fields()));
    if (options.failures()) {
      columns.addAll(Columns.failure());
    }
    this.models =
        wanted.stream()
            .filter(model -> columns.containsAll(Columns.vector(model.field())))
            .toList();
    this.stored = columns.stream().filter(column -> !column.isOfVector()).toList();
    this.storedFields = stored.stream().map(Column::field).collect(Collectors.toSet());
  }

  static ExportSource open(Path index, ExportOptions options) {
    OpenIndex open = OpenIndex.at(index);
    try {
      return new ExportSource(open, options);
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  DirectoryReader reader() {
    return index.reader();
  }

  /** The models whose vectors are exported. */
  List<IndexedModel> models() {
    return models;
  }

  /** All columns that are exported. */
  List<Column> columns() {
    return columns;
  }

  /** What a file of whole records says of this index; empty where records are not whole. */
  Map<String, String> origin() throws IOException {
    return options.fields() == null
        ? new TreeMap<>(reader().getIndexCommit().getUserData())
        : Map.of();
  }

  /** The documents that are exported. */
  Query query() {
    BooleanQuery.Builder photos =
        new BooleanQuery.Builder().add(new FieldExistsQuery(Fields.ID), Occur.FILTER);
    if (options.filter() != null) {
      photos.add(options.filter(), Occur.FILTER);
    }
    return options.failures()
        ? new BooleanQuery.Builder()
            .add(photos.build(), Occur.SHOULD)
            .add(new FieldExistsQuery(Fields.FAILURE_PATH), Occur.SHOULD)
            .build()
        : photos.build();
  }

  /** The stored values of a document that are exported. */
  Row row(int doc) throws IOException {
    Row row = new Row();
    DocumentRows.addTo(row, reader().storedFields().document(doc, storedFields), stored);
    return row;
  }

  @Override
  public void close() {
    index.close();
  }
}

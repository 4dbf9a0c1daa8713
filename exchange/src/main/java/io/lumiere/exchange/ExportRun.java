package io.lumiere.exchange;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.Columns;
import io.lumiere.exchange.internal.rows.DocumentRows;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowDocuments;
import io.lumiere.exchange.internal.rows.RowSink;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;

/** One export. For one thread, once. */
final class ExportRun {
  private final ExportSource source;
  private final List<Column> stored;
  private final RowSink sink;
  private final ExchangeTicker ticker;
  private final BooleanSupplier stopped;
  private long total = 1;
  private long photos;
  private long failures;

  ExportRun(
      ExportSource source,
      RowSink sink,
      ExchangeProgress.Listener listener,
      BooleanSupplier stopped) {
    this.source = source;
    this.stored = source.columns().stream().filter(column -> !column.isOfVector()).toList();
    this.sink = sink;
    this.ticker = new ExchangeTicker(listener);
    this.stopped = stopped;
  }

  ExportReport run() throws IOException {
    total = Math.max(1, source.photos().count());
    Set<String> fields = stored.stream().map(Column::field).collect(Collectors.toSet());
    boolean whole = source.photos().visit(fields, source.models(), this::write);
    ticker.last(photos + failures, 1);
    return new ExportReport(photos, failures, ticker.elapsed(), !whole);
  }

  /** Writes a row; false if the run was stopped. */
  private boolean write(Document document, Map<String, float[]> vectors) throws IOException {
    if (stopped.getAsBoolean()) {
      return false;
    }
    Row row = new Row();
    DocumentRows.addTo(row, document, stored);
    for (IndexedModel model : source.models()) {
      float[] vector = vectors.get(model.field());
      if (vector != null) {
        List<Column> columns = Columns.vector(model.field());
        row.put(columns.getFirst(), ModelName.of(model.model()).toString());
        row.put(columns.getLast(), vector);
      }
    }
    sink.write(row);
    if (RowDocuments.isFailure(row)) {
      failures++;
    } else {
      photos++;
    }
    ticker.tick(photos + failures, (double) (photos + failures) / total);
    return true;
  }
}

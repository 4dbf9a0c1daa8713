package io.lumiere.exchange;

import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.PhotoVectors;
import io.lumiere.schema.store.IndexFolder;
import io.lumiere.schema.store.LiveDocuments;
import io.lumiere.schema.store.PhotoWriter;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.jspecify.annotations.Nullable;

/** A directory as an import writes to it: all in one commit, or nothing. For one thread. */
final class DirectoryTarget implements ImportTarget {
  private final PhotoWriter writer;

  /** Null for an index that is not there yet. */
  private final @Nullable DirectoryReader reader;

  private DirectoryTarget(PhotoWriter writer) {
    this.writer = writer;
    this.reader = writer.reader().orElse(null);
  }

  /** A directory that is opened for each import; made where there is none. */
  record Opening(Path index) implements ImportTarget.Opening {
    @Override
    public String name() {
      return index.toString();
    }

    @Override
    public String left() {
      return "nothing was imported";
    }

    @Override
    public void check() {
      IndexFolder.inspect(index);
    }

    @Override
    public ImportTarget open(BooleanSupplier stopped) {
      PhotoWriter writer =
          PhotoWriter.open(index, stopped, left() + ", and the index is as it was");
      try {
        return new DirectoryTarget(writer);
      } catch (RuntimeException e) {
        writer.close();
        throw e;
      }
    }
  }

  @Override
  public Map<String, String> committedData() {
    return writer.committedData();
  }

  @Override
  public int find(@Nullable String id, String path, @Nullable String contentHash)
      throws IOException {
    int byId = id == null ? NONE : findBy(Fields.ID, id);
    return byId == NONE ? findBy(Fields.PATH, path) : byId;
  }

  private int findBy(String field, String value) throws IOException {
    if (reader == null) {
      return NONE;
    }
    return LiveDocuments.find(reader, new Term(field, value)).orElse(NONE);
  }

  @Override
  public @Nullable String id(int photo) throws IOException {
    return reader().storedFields().document(photo, Set.of(Fields.ID)).get(Fields.ID);
  }

  @Override
  public Document stored(int photo) throws IOException {
    return reader().storedFields().document(photo);
  }

  @Override
  public Map<String, float[]> vectors(int photo, List<IndexedModel> models) throws IOException {
    return PhotoVectors.readAll(reader(), photo, models);
  }

  /** Two steps are faster than one update; both are in one commit. */
  @Override
  public void put(int before, String id, String path, Document document) {
    writer.delete(List.of(new Term(Fields.PATH, path), new Term(Fields.FAILURE_PATH, path)));
    writer.replace(List.of(new Term(Fields.ID, id)), document);
  }

  @Override
  public void putFailure(Document failure) {
    writer.replace(
        List.of(new Term(Fields.FAILURE_PATH, failure.get(Fields.FAILURE_PATH))), failure);
  }

  @Override
  public void complete(Map<String, String> data) throws InterruptedIOException {
    if (!writer.commitMerged(data)) {
      throw new InterruptedIOException("the import was stopped");
    }
  }

  @Override
  public long count() {
    return writer.count(Fields.ID);
  }

  @Override
  public void close() throws IOException {
    try (writer) {
      if (reader != null) {
        reader.close();
      }
    }
  }

  private DirectoryReader reader() {
    if (reader == null) {
      throw new IllegalStateException("an index that is not there has no photos");
    }
    return reader;
  }
}

package io.lumiere.query;

import io.lumiere.query.ShardResult.ShardHit;
import io.lumiere.query.completion.FieldValues;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/**
 * Answers {@link ShardQuestion}s about the photos of one directory and their words, whatever is
 * searched for. Thread-safe.
 */
final class ShardPhotoAnswers {
  private final IndexReader reader;
  private final FieldValues values;

  /**
   * Answers about the photos of a reader.
   *
   * @param values of the fields of its photos
   */
  ShardPhotoAnswers(IndexReader reader, FieldValues values) {
    this.reader = reader;
    this.values = values;
  }

  /** The answer, whose form depends on the question; null where that is about hits. */
  byte @Nullable [] to(ShardQuestion question) throws IOException {
    return switch (question) {
      case ShardWordQuestion words -> ValueBytes.of(new ShardWordAnswers(reader, values).to(words));
      case ShardQuestion.Rows rows -> ValueBytes.of(ShardColumns.rows(reader, rows.idHashes()));
      case ShardQuestion.Named named -> named(named.idOrPath()).toBytes();
      case ShardQuestion.Nearest nearest -> ValueBytes.of(nearest(nearest.path()));
      case ShardQuestion.State state -> ValueBytes.of(List.of(ReaderState.of(reader)));
      default -> null;
    };
  }

  private ShardResult named(String idOrPath) throws IOException {
    int doc = StoredVectors.findDoc(new IndexSearcher(reader), idOrPath);
    return new ShardResult(
        doc == StoredVectors.NONE ? List.of() : List.of(photo(doc)),
        0,
        null,
        null,
        0,
        0,
        List.of());
  }

  /** A photo that is no hit of a search: nothing sorts or ranks it. */
  private ShardHit photo(int doc) throws IOException {
    return new ShardHit(
        new Object[0], 0, null, HitReader.facts(reader.storedFields(), doc), List.of(), List.of());
  }

  private List<Object> nearest(String path) throws IOException {
    // The statistics of other directories are not those of paths.
    return NearestPaths.guess(new IndexSearcher(reader), path)
        .map(guess -> List.<Object>of(guess.kind(), guess.path()))
        .orElse(List.of());
  }
}

package io.lumiere.query;

import io.lumiere.query.facet.SharedCounts;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.query.hybrid.FusedScores;
import io.lumiere.query.hybrid.LegShare;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.FieldDoc;
import org.jspecify.annotations.Nullable;

/**
 * What one of several directories found, or all of them: the first hits in the order of the
 * request, and what is counted over all of them. Immutable; nobody writes to its documents.
 *
 * @param hits at most as many as the page has, and one more
 * @param total how many photos matched
 * @param scores of all that was found, before anything is cut off; null where nothing ranks, or
 *     nobody asks where hits are cut off
 * @param counts null where nothing is counted
 * @param photos how many it has
 * @param withVector how many of them have a vector of the model
 * @param notes on how the request was read
 */
public record ShardResult(
    List<ShardHit> hits,
    int total,
    @Nullable FusedScores scores,
    @Nullable SharedCounts counts,
    int photos,
    int withVector,
    List<String> notes) {
  public ShardResult {
    hits = List.copyOf(hits);
    notes = List.copyOf(notes);
  }

  /**
   * A hit.
   *
   * @param keys by which it is sorted, as {@link HitOrder#sort} has them
   * @param stored the photo
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record ShardHit(
      @Nullable Object[] keys,
      float score,
      @Nullable Float similarity,
      Document stored,
      List<LegShare> legs,
      List<Highlight> highlights) {
    /** As Lucene sorts it. */
    FieldDoc sorted() {
      return new FieldDoc(0, score, keys);
    }
  }

  /**
   * Reads what {@link #toBytes} wrote.
   *
   * @throws IllegalArgumentException if it is not that
   */
  public static ShardResult of(byte[] bytes) {
    return ShardResultBytes.read(bytes);
  }

  /** Bytes that {@link #of} reads. */
  public byte[] toBytes() {
    return ShardResultBytes.write(this);
  }
}

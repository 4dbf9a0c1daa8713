package io.lumiere.query.alike;

import io.lumiere.query.internal.lucene.KeywordOrds;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;

/**
 * What makes photos near duplicates of each other. Immutable; nobody writes to the array.
 *
 * @param vector of unit length; null where the photo has none
 * @param contentHash of its file
 * @param burst null where it is part of none
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record AlikeTraits(
    float @Nullable [] vector, @Nullable String contentHash, @Nullable String burst) {
  /** Those of a photo of which nothing is known. */
  public static final AlikeTraits NONE = new AlikeTraits(null, null, null);

  /** Those of a document. */
  public static AlikeTraits of(IndexReader reader, int doc, String vectorField) throws IOException {
    return new AlikeTraits(
        PhotoVectors.read(reader, doc, vectorField),
        KeywordOrds.value(reader, Fields.CONTENT_HASH, doc),
        KeywordOrds.value(reader, Fields.BURST, doc));
  }
}

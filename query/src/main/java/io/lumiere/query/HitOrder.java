package io.lumiere.query;

import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.OrderedFields;
import io.lumiere.query.order.DocKeys;
import io.lumiere.query.order.NumberKeys;
import io.lumiere.query.order.TermKeys;
import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The order of a request's hits, as Lucene sorts them. Ties are broken by the hash of the id: it is
 * the same in every state of the index, while a document's number is not, and reading ids
 * themselves would take seconds among millions of photos.
 *
 * @param by what hits are sorted by
 * @param seed of a random order; 0 in others
 */
record HitOrder(SearchRequest.Sort by, long seed) {
  private static final SortField TIES = new SortField(Fields.ID_HASH, SortField.Type.LONG);

  /**
   * The order that a request asks for; where it has only filters, there are no best hits.
   *
   * @param isRanked whether hits have scores
   */
  static HitOrder of(SearchRequest.Sort asked, long seed, boolean isRanked) {
    SearchRequest.Sort by =
        asked == SearchRequest.Sort.RELEVANCE && !isRanked ? SearchRequest.Sort.NEWEST : asked;
    return new HitOrder(by, by == SearchRequest.Sort.RANDOM ? seed : 0);
  }

  /** Lucene's sort; {@link #after} and {@link #key} go with it. */
  Sort sort() {
    return switch (by) {
      case RELEVANCE -> new Sort(SortField.FIELD_SCORE, TIES);
      case NEWEST -> new Sort(number(Fields.TAKEN, true), GuessedDates.last(), TIES);
      case OLDEST -> new Sort(number(Fields.TAKEN, false), GuessedDates.last(), TIES);
      case LARGEST -> new Sort(number(Fields.SIZE, true), TIES);
      case SMALLEST -> new Sort(number(Fields.SIZE, false), TIES);
      case NAME ->
          new Sort(
              OrderedFields.textLast(Fields.NAME_ORDER),
              new SortedSetSortField(Fields.PATH, false),
              TIES); // Photos of several archives may be at one path.
      case RANDOM -> new Sort(new RandomPlaces(seed).getSortField(false), TIES);
    };
  }

  /**
   * The same order as {@link #sort}, as numbers that hits are sorted by, the most important first.
   *
   * @param scores of the hits in the order of the index; null where nothing ranks
   */
  List<DocKeys> levels(float @Nullable [] scores) {
    return switch (by) {
      case RELEVANCE -> List.of(NumberKeys.scores(scores).reversed(), NumberKeys.TIES);
      case NEWEST -> List.of(number(Fields.TAKEN).reversed(), NumberKeys.GUESSES, NumberKeys.TIES);
      case OLDEST ->
          List.of(NumberKeys.of(Fields.TAKEN, Long.MAX_VALUE), NumberKeys.GUESSES, NumberKeys.TIES);
      case LARGEST -> List.of(number(Fields.SIZE).reversed(), NumberKeys.TIES);
      case SMALLEST -> List.of(NumberKeys.of(Fields.SIZE, Long.MAX_VALUE), NumberKeys.TIES);
      case NAME ->
          List.of(TermKeys.of(Fields.NAME_ORDER), TermKeys.of(Fields.PATH), NumberKeys.TIES);
      case RANDOM -> List.of(NumberKeys.random(seed), NumberKeys.TIES);
    };
  }

  private static DocKeys number(String field) {
    return NumberKeys.of(field, Long.MIN_VALUE);
  }

  /**
   * What a token keeps of a hit in addition to its photo's id and path: its score's bits, or a
   * number.
   */
  long key(FieldDoc hit) {
    return switch (by) {
      case RELEVANCE -> Float.floatToRawIntBits((Float) hit.fields[0]);
      case NEWEST, OLDEST, LARGEST, SMALLEST -> (Long) hit.fields[0];
      case NAME, RANDOM -> 0;
    };
  }

  /**
   * Where the hits after a token's begin.
   *
   * @param key of the token, or a better one
   * @param maxDoc of the index as it is now: no photo but the token's own is equal in all keys
   */
  FieldDoc after(PageToken token, long key, int maxDoc) {
    long idHash = SortKeys.idHash(token.id());
    Object[] keys =
        switch (by) {
          case RELEVANCE -> new Object[] {Float.intBitsToFloat((int) key), idHash};
          case NEWEST, OLDEST -> new Object[] {key, GuessedDates.key(token.guessed()), idHash};
          case LARGEST, SMALLEST -> new Object[] {key, idHash};
          case NAME ->
              new Object[] {SortKeys.name(token.name()), new BytesRef(token.path()), idHash};
          case RANDOM -> new Object[] {SortKeys.random(idHash, seed), idHash};
        };
    return new FieldDoc(Math.max(0, maxDoc - 1), Float.NaN, keys);
  }

  /** Refuses a token of a search in another order. */
  void require(PageToken token) {
    if (token.sort() != by) {
      throw new IllegalArgumentException(
          "the page token is of a search sorted by " + token.sort() + ", not by " + by);
    }
    if (token.seed() != seed) {
      throw new IllegalArgumentException(
          "the page token is of a random order with seed " + token.seed() + ", not " + seed);
    }
  }

  private static SortField number(String field, boolean greatestFirst) {
    return OrderedFields.number(field, greatestFirst);
  }
}

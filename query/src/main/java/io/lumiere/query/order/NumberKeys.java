package io.lumiere.query.order;

import io.lumiere.query.internal.lucene.BulkValues;
import io.lumiere.query.internal.lucene.FieldNumbers;
import io.lumiere.query.internal.lucene.GuessedDates;
import io.lumiere.query.internal.lucene.LeafDocs;
import io.lumiere.schema.Fields;
import io.lumiere.schema.SortKeys;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.util.NumericUtils;
import org.jspecify.annotations.Nullable;

/** Numbers of photos' fields that hits are sorted by. Thread-safe. */
public final class NumberKeys {
  /** The hash of the id, by which ties are broken. */
  public static final DocKeys TIES = of(Fields.ID_HASH, 0);

  /** 1 where the date of taking is a guess, else 0. */
  public static final DocKeys GUESSES =
      (reader, docs) -> {
        long[] keys = new long[docs.length];
        LeafDocs.visit(
            reader,
            docs,
            leaf -> {
              GuessedDates.OfSegment guesses = new GuessedDates.OfSegment(leaf.reader());
              return (index, doc) -> keys[index] = GuessedDates.key(guesses.isGuessed(doc));
            });
        return keys;
      };

  private NumberKeys() {}

  /**
   * The numbers of a field.
   *
   * @param missing stands for documents without one
   */
  public static DocKeys of(String field, long missing) {
    return (reader, docs) -> {
      long[] keys = new long[docs.length];
      LeafDocs.visitBlocks(
          reader,
          docs,
          leaf -> {
            NumericDocValues values = FieldNumbers.of(leaf.reader(), field);
            return (index, inLeaf, size) ->
                BulkValues.read(values, inLeaf, size, keys, index, missing);
          });
      return keys;
    };
  }

  /**
   * Scores.
   *
   * @param scores one for each document that is sorted; null where all are equal
   */
  public static DocKeys scores(float @Nullable [] scores) {
    return (reader, docs) -> {
      long[] keys = new long[docs.length];
      for (int i = 0; scores != null && i < keys.length; i++) {
        keys[i] = NumericUtils.floatToSortableInt(scores[i]);
      }
      return keys;
    };
  }

  /** Places in the random order of a seed. */
  public static DocKeys random(long seed) {
    return (reader, docs) -> {
      long[] keys = TIES.of(reader, docs);
      for (int i = 0; i < keys.length; i++) {
        keys[i] = SortKeys.random(keys[i], seed);
      }
      return keys;
    };
  }
}

package io.lumiere.query.internal.words;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Something that a words field may contain: a word, a phrase, a prefix or a similar spelling. */
public interface FieldWord {
  /** Documents whose words field holds it. */
  Query in(String field);

  /**
   * Documents whose words field has something similar; null where that is never searched for. The
   * similar words are found when an index is searched.
   */
  default @Nullable Query alikeIn(String field) {
    return null;
  }

  /** As {@link #alikeIn(String)}, with what one state of an index has near it. */
  default @Nullable Query alikeIn(String field, IndexStems stems) {
    return null;
  }

  /** Documents whose words field holds it, or something near it. */
  default Query anyIn(String field) {
    Query alike = alikeIn(field);
    return alike == null
        ? in(field)
        : new BooleanQuery.Builder().add(in(field), Occur.SHOULD).add(alike, Occur.SHOULD).build();
  }

  /** Whether the value of a keyword field, such as a lens's name, contains it. */
  boolean isIn(KeywordTerms keyword);

  /** In about how many documents the field holds it, or something near it. */
  default long mostDocuments(String field, IndexStems stems) throws IOException {
    return stems.statistics().documents(in(field));
  }
}

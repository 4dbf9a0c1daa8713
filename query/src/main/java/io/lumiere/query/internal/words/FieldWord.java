package io.lumiere.query.internal.words;

import java.io.IOException;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Something that a words field may hold: a word, some words in a row, what begins or looks alike.
 */
public interface FieldWord {
  /** Documents whose words field holds it. */
  Query in(String field);

  /**
   * Documents whose words field holds something near it; null where that is never looked for. What
   * is near is found when an index is searched.
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

  /** Whether a keyword that is no words field, such as a lens's name, holds it. */
  boolean isIn(KeywordTerms keyword);

  /** In about how many documents the field holds it, or something near it. */
  default int mostDocuments(String field, IndexStems stems) throws IOException {
    return new IndexSearcher(stems.reader()).count(in(field));
  }
}

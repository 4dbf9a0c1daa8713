package io.lumiere.query.internal.words;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Something that a words field may hold: a word, some words in a row, what begins or looks alike.
 */
public interface FieldWord {
  /** Documents whose words field holds it. */
  Query in(String field);

  /** Whether a keyword that is no words field, such as a lens's name, holds it. */
  boolean isIn(KeywordTerms keyword);

  /** In about how many documents the field holds it. */
  default int mostDocuments(IndexReader reader, String field) throws IOException {
    return new IndexSearcher(reader).count(in(field));
  }
}

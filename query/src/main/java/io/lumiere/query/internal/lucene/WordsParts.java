package io.lumiere.query.internal.lucene;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Extracts from queries the parts on words with positions, so that finding where a document matches
 * does not evaluate paths, ranges and places again: that is slow, and they have no positions.
 */
public final class WordsParts {
  private final Set<String> fields;

  private WordsParts(Set<String> fields) {
    this.fields = fields;
  }

  /** By the fields that an index knows. */
  public static WordsParts of(IndexReader reader) {
    Set<String> fields = new TreeSet<>();
    for (FieldInfo field : FieldInfos.getMergedFieldInfos(reader)) {
      if (field.getIndexOptions().compareTo(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS) >= 0) {
        fields.add(field.name);
      }
    }
    return new WordsParts(fields);
  }

  /**
   * The part of {@code query} that matches words, for documents that match the query; null where
   * there is none.
   */
  public @Nullable Query ofMatching(Query query) {
    return switch (query) {
      case ConstantScoreQuery constant -> ofMatching(constant.getQuery());
      case BoostQuery boost -> ofMatching(boost.getQuery());
      case BooleanQuery all -> ofMatching(all);
      default -> ofAny(query);
    };
  }

  /** Required clauses match, so each can be taken on its own; excluded ones are dropped. */
  private @Nullable Query ofMatching(BooleanQuery query) {
    List<Query> parts = new ArrayList<>();
    List<Query> optional = new ArrayList<>();
    for (BooleanClause clause : query) {
      if (clause.isRequired()) {
        parts.add(ofMatching(clause.query()));
      } else if (!clause.isProhibited()) {
        optional.add(clause.query());
      }
    }
    if (optional.size() == 1 && parts.isEmpty()) {
      return ofMatching(optional.getFirst());
    }
    optional.forEach(each -> parts.add(ofAny(each)));
    BooleanQuery.Builder either = new BooleanQuery.Builder();
    parts.stream().filter(Objects::nonNull).forEach(part -> either.add(part, Occur.SHOULD));
    BooleanQuery joined = either.build();
    return joined.clauses().isEmpty() ? null : joined;
  }

  /** The query itself, if any part of it is on words, for documents that may not match it. */
  public @Nullable Query ofAny(Query query) {
    return speaksOfWords(query) ? query : null;
  }

  /** Whether a clause that is not excluded is on a field of words. */
  private boolean speaksOfWords(Query query) {
    boolean[] found = new boolean[1];
    query.visit(
        new QueryVisitor() {
          @Override
          public boolean acceptField(String field) {
            found[0] |= fields.contains(field);
            return false;
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return occur == Occur.MUST_NOT ? EMPTY_VISITOR : this;
          }
        });
    return found[0];
  }
}

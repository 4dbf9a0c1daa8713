package io.lumiere.query.internal.words;

import io.lumiere.query.statistics.IndexStatistics;
import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import io.lumiere.schema.Stems;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * A word of a search: {@code IMG_2021} may stand in a caption as one term, or in a file's name as
 * several. Other words of its stem are near it. One that is the name of a photo's file, with its
 * extension, must be the whole name.
 *
 * @param whole the terms of the word as it is, at least one
 * @param parts the terms of the word taken apart like a file's name; may be empty
 * @param adjacent whether {@code whole} must stand together: the characters of a Chinese word
 * @param name the file's name that it is; null if it is not one
 */
public record QueryWord(
    List<String> whole, List<String> parts, boolean adjacent, @Nullable FileName name)
    implements FieldWord {
  public QueryWord {
    whole = List.copyOf(whole);
    parts = List.copyOf(parts);
  }

  /** A word that is not a file's name. */
  public QueryWord(List<String> whole, List<String> parts, boolean adjacent) {
    this(whole, parts, adjacent, null);
  }

  /** The word as it is written in the index, where it is one term or a Chinese word. */
  String folded() {
    return String.join("", whole);
  }

  /** Whether it is looked for in parts, too. */
  private boolean hasParts() {
    return !parts.isEmpty() && !parts.equals(whole);
  }

  /** How many terms are looked for in a field; those of a phrase count as one. */
  int termCount() {
    return (adjacent ? 1 : whole.size()) + (hasParts() ? parts.size() : 0);
  }

  @Override
  public Query in(String field) {
    if (name != null && field.equals(Fields.FILENAME)) {
      return inName(name);
    }
    Query asWhole = adjacent ? QueryPhrase.row(field, whole) : all(field, whole);
    return !hasParts()
        ? asWhole
        : new BooleanQuery.Builder()
            .add(asWhole, Occur.SHOULD)
            .add(all(field, parts), Occur.SHOULD)
            .build();
  }

  /** The whole name, and its words, which show where it matches. */
  private Query inName(FileName file) {
    Query whole = NameQuery.whole(file);
    return parts.isEmpty()
        ? whole
        : new BooleanQuery.Builder()
            .add(whole, Occur.FILTER)
            .add(all(Fields.FILENAME, parts), Occur.FILTER)
            .build();
  }

  @Override
  public @Nullable Query alikeIn(String field) {
    return alikeIn(field, StemsQuery::new);
  }

  @Override
  public @Nullable Query alikeIn(String field, IndexStems stems) {
    return alikeIn(field, stems::query);
  }

  /** Makes the query for the stem of one term. */
  private interface StemQueries {
    Query of(String field, String term, boolean orItself);
  }

  private @Nullable Query alikeIn(String field, StemQueries stems) {
    if (adjacent || name != null || !Stems.FIELDS.contains(field)) {
      return null;
    }
    if (whole.size() == 1 && !hasParts()) {
      return stems.of(field, whole.getFirst(), false);
    }
    Query asWhole = alike(field, whole, stems);
    return !hasParts()
        ? asWhole
        : new BooleanQuery.Builder()
            .add(asWhole, Occur.SHOULD)
            .add(alike(field, parts, stems), Occur.SHOULD)
            .build();
  }

  private static Query alike(String field, List<String> terms, StemQueries stems) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    terms.forEach(term -> all.add(stems.of(field, term, true), Occur.FILTER));
    return all.build();
  }

  @Override
  public boolean isIn(KeywordTerms keyword) {
    return adjacent
        ? keyword.inRow(whole)
        : keyword.all().containsAll(whole)
            || (!parts.isEmpty() && keyword.all().containsAll(parts));
  }

  /** In no more documents than this. */
  @Override
  public long mostDocuments(String field, IndexStems stems) throws IOException {
    IndexStatistics statistics = stems.statistics();
    long most = statistics.documents();
    for (String term : whole) {
      long documents = statistics.documents(new Term(field, term));
      if (!adjacent && Stems.FIELDS.contains(field)) {
        for (String alike : stems.terms(term)) {
          documents += statistics.documents(new Term(field, alike));
        }
      }
      most = Math.min(most, documents);
    }
    return most;
  }

  private static Query all(String field, List<String> terms) {
    if (terms.size() == 1) {
      return new TermQuery(new Term(field, terms.getFirst()));
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    terms.forEach(term -> all.add(new TermQuery(new Term(field, term)), Occur.FILTER));
    return all.build();
  }

  @Override
  public String toString() {
    return String.join(" ", whole);
  }
}

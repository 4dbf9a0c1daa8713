package io.lumiere.query;

import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.Fields;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.automaton.RegExp;

/** Guesses which photo was meant by a path that no photo has. */
final class NearestPaths {
  /** Longer names are not considered typing errors. */
  private static final int MAX_LENGTH = 200;

  /** Of equally near ones the first in the order of paths. */
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortedSetSortField(Fields.PATH, false));

  private NearestPaths() {}

  /**
   * The path that differs by at most two letters; failing that, one in whatever folder whose file
   * has this name in whatever case; failing that, one whose file's name has all the name's words.
   */
  static Optional<String> find(IndexSearcher searcher, String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || path.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    for (Query query : guesses(path, name)) {
      TopDocs found = searcher.search(query, 1, ORDER);
      if (found.scoreDocs.length > 0) {
        int doc = found.scoreDocs[0].doc;
        return Optional.of(
            PhotoDocuments.fromDocument(searcher.storedFields().document(doc)).file().path());
      }
    }
    return Optional.empty();
  }

  private static List<Query> guesses(String path, String name) {
    List<Query> guesses = new ArrayList<>();
    guesses.add(new FuzzyQuery(new Term(Fields.PATH, path), FuzzyQuery.defaultMaxEdits));
    guesses.add(
        new RegexpQuery(
            new Term(Fields.PATH, "(.*/)?" + literal(name)), RegExp.NONE, RegExp.CASE_INSENSITIVE));
    int dot = name.lastIndexOf('.');
    WordsReader.all(Fields.FILENAME, dot > 0 ? name.substring(0, dot) : name)
        .ifPresent(guesses::add);
    return guesses;
  }

  /** Escapes the name, so that every character stands for itself. */
  private static String literal(String name) {
    StringBuilder regexp = new StringBuilder();
    name.codePoints()
        .forEach(point -> {
          if (!Character.isLetterOrDigit(point)) {
            regexp.append('\\');
          }
          regexp.appendCodePoint(point);
        });
    return regexp.toString();
  }
}

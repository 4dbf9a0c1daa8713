package io.lumiere.query;

import io.lumiere.query.language.fields.Nearest;
import io.lumiere.query.language.fields.WordsReader;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.RegExp;

/** Guesses which photo was meant by a path that no photo has. */
final class NearestPaths {
  /** Longer names are not considered typing errors. */
  private static final int MAX_LENGTH = 200;

  /** Of equally near ones the first in the order of paths. */
  private static final Sort ORDER =
      new Sort(SortField.FIELD_SCORE, new SortedSetSortField(Fields.PATH, false));

  /** The kind of guess whose paths differ by few letters. */
  private static final int MISSPELT = 0;

  private NearestPaths() {}

  /**
   * What was likely meant in one directory.
   *
   * @param kind of the guess, from 0: the lower, the likelier
   */
  record Guess(int kind, String path) {}

  /** The path that was likely meant: {@link #guess}. */
  static Optional<String> find(IndexSearcher searcher, String path) throws IOException {
    return guess(searcher, path).map(Guess::path);
  }

  /**
   * The path that differs by at most two letters; failing that, one in whatever folder whose file
   * has this name in whatever case; failing that, one whose file's name has all the name's words.
   */
  static Optional<Guess> guess(IndexSearcher searcher, String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.isEmpty() || path.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<Query> guesses = guesses(path, name);
    for (int kind = 0; kind < guesses.size(); kind++) {
      TopDocs found = searcher.search(guesses.get(kind), 1, ORDER);
      if (found.scoreDocs.length > 0) {
        Photo photo = PhotoDocuments.read(searcher.storedFields(), found.scoreDocs[0].doc);
        return Optional.of(new Guess(kind, photo.file().path()));
      }
    }
    return Optional.empty();
  }

  /** The likeliest of what directories guess, as one of all of them would guess it. */
  static Optional<String> best(String path, List<Guess> guesses) {
    return guesses.stream()
        .min(
            Comparator.comparingInt(Guess::kind)
                .thenComparing(
                    guess -> guess.kind() == MISSPELT ? likeness(path, guess.path()) : 0f,
                    Comparator.reverseOrder())
                .thenComparing(guess -> new BytesRef(guess.path())))
        .map(Guess::path);
  }

  /** How like paths are that differ by few letters, as {@link FuzzyQuery} scores them. */
  private static float likeness(String path, String other) {
    int shorter =
        Math.min(path.codePointCount(0, path.length()), other.codePointCount(0, other.length()));
    return 1.0f - (float) Nearest.distance(path, other) / shorter;
  }

  private static List<Query> guesses(String path, String name) {
    List<Query> guesses = new ArrayList<>();
    guesses.add(new FuzzyQuery(new Term(Fields.PATH, path), FuzzyQuery.defaultMaxEdits));
    guesses.add(
        new RegexpQuery(
            new Term(Fields.PATH, "(.*/)?" + literal(name)), RegExp.NONE, RegExp.CASE_INSENSITIVE));
    int dot = name.lastIndexOf('.');
    WordsReader.all(Fields.FILENAME, dot > 0 ? name.substring(0, dot) : name)
        .ifPresent(words -> guesses.add(new ConstantScoreQuery(words)));
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

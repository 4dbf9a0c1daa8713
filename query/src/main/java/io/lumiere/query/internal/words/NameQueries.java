package io.lumiere.query.internal.words;

import io.lumiere.schema.Fields;
import io.lumiere.schema.FileName;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.Operations;

/** Finds photos by the whole names of their files. */
public final class NameQueries {
  /** Longer texts are no paths. */
  private static final int MAX_LENGTH = 1_024;

  /** More folders than these, from the nearest on, are not compared. */
  private static final int MAX_FOLDERS = 8;

  private static final float NAME = 0.99f;

  /** What all folders being right adds, and, above that, there being no others. */
  private static final float FOLDERS = 0.008f;

  private static final float ALL = 0.002f;

  /** The same name with another extension: likely the same picture, in another format. */
  private static final float OTHER_EXTENSION = 0.6f;

  private static final Automaton ANY_EXTENSION =
      Operations.repeat(
          Operations.union(
              List.of(
                  Automata.makeCharRange(0, '/' - 1),
                  Automata.makeCharRange('/' + 1, Character.MAX_CODE_POINT))));

  private NameQueries() {}

  /** Photos whose file has this name; those folders that it says are the photo's nearest. */
  static Query whole(FileName name) {
    return beginning(name, Automata.makeString(name.term()), false);
  }

  /**
   * Ranks photos by how much of a pasted name or path is theirs, from 0 to 1: those with the whole
   * name, more of the nearest folders first; then those with another extension, if the text says
   * one.
   *
   * @param archive the archive's root: what is pasted may begin with it
   */
  public static Query ranked(String text, String archive) {
    if (text.length() > MAX_LENGTH) {
      return new DisjunctionMaxQuery(List.of(), 0);
    }
    FileName name = FileName.of(withinArchive(unquoted(text.strip()), archive));
    List<Query> any = new ArrayList<>();
    if (!name.extension().isEmpty()) {
      add(any, name, name.stemTerm() + extensionTerm(name), NAME);
    }
    FileName stem = name.isPhoto() ? name : name.withoutExtension();
    addAnyExtension(any, stem, name.isPhoto() ? OTHER_EXTENSION : NAME);
    return new DisjunctionMaxQuery(any, 0);
  }

  private static String extensionTerm(FileName name) {
    return name.term(0).substring(name.stemTerm().length());
  }

  private static void add(List<Query> any, FileName name, String beginning, float score) {
    add(any, name, Automata.makeString(beginning), score);
  }

  private static void addAnyExtension(List<Query> any, FileName name, float score) {
    add(
        any,
        name,
        Operations.concatenate(
            List.of(Automata.makeString(name.stemTerm()), ANY_EXTENSION, Automata.makeChar('/'))),
        score);
  }

  private static void add(List<Query> any, FileName name, Automaton file, float score) {
    int folders = Math.min(MAX_FOLDERS, name.folders().size());
    for (int right = 0; right <= folders; right++) {
      float part = score + FOLDERS * (folders == 0 ? 1 : right / (float) folders);
      Automaton path =
          Operations.concatenate(List.of(file, Automata.makeString(name.foldersTerm(right))));
      any.add(scored(beginning(name, path, false), part));
      any.add(scored(beginning(name, path, true), part + ALL));
    }
  }

  private static Query scored(Query query, float score) {
    return new BoostQuery(new ConstantScoreQuery(query), score);
  }

  private static Query beginning(FileName name, Automaton with, boolean isAll) {
    return new AutomatonQuery(
        new Term(Fields.NAME, name.term()),
        isAll ? with : Operations.concatenate(List.of(with, Automata.makeAnyString())));
  }

  private static String unquoted(String text) {
    boolean isQuoted =
        text.length() > 2
            && (text.startsWith("\"") || text.startsWith("'"))
            && text.charAt(0) == text.charAt(text.length() - 1);
    return isQuoted ? text.substring(1, text.length() - 1) : text;
  }

  private static String withinArchive(String path, String archive) {
    String slashes = path.replace('\\', '/');
    String root = archive.replace('\\', '/') + "/";
    return slashes.regionMatches(true, 0, root, 0, root.length())
        ? slashes.substring(root.length())
        : slashes;
  }
}

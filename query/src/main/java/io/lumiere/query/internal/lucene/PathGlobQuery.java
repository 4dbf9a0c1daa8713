package io.lumiere.query.internal.lucene;

import io.lumiere.query.statistics.StatedSearcher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.automaton.Automaton;

/**
 * Documents whose path matches a pattern, see {@link PathGlob}. Where none does, case is ignored;
 * which of the two applies is known once an index is searched.
 */
public final class PathGlobQuery extends ExpandedQuery {
  private final String glob;
  private final Paths asWritten;

  /** A query for the keyword {@code field}. */
  public PathGlobQuery(String field, String glob) {
    super(field, glob);
    this.glob = glob;
    this.asWritten = new Paths(new Term(field, glob), PathGlob.automaton(glob, false), false);
  }

  /** The pattern as it was written. */
  public String glob() {
    return glob;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    Query paths = asWritten.forOneThread();
    return matches(searcher, paths) ? paths : folded();
  }

  /** Whether documents match only because case is ignored. */
  public boolean isFolded(IndexSearcher searcher) throws IOException {
    return !matches(searcher, asWritten.forOneThread()) && matches(searcher, folded());
  }

  private static boolean matches(IndexSearcher searcher, Query query) throws IOException {
    return StatedSearcher.of(searcher).finds(query);
  }

  private Query folded() {
    return new Paths(new Term(field(), glob), PathGlob.automaton(glob, true), true);
  }

  /** Its text says all that it looks for: answers of several directories are added up by it. */
  private static final class Paths extends AutomatonQuery {
    private final boolean isFolded;

    Paths(Term pattern, Automaton paths, boolean isFolded) {
      super(pattern, paths);
      this.isFolded = isFolded;
    }

    /** Lucene makes the states of an automaton that is not deterministic as it goes. */
    Paths forOneThread() {
      return automaton.isDeterministic() ? this : new Paths(term, automaton, isFolded);
    }

    @Override
    public String toString(String defaultField) {
      return term + (isFolded ? " in any case" : "");
    }
  }

  /**
   * The patterns in a query that match only because case is ignored. All that rewriting the query
   * asks of the patterns is asked, too; rewriting may pass some of them over, where nothing can
   * match.
   */
  public static List<String> folded(Query query, IndexSearcher searcher) throws IOException {
    List<PathGlobQuery> globs = new ArrayList<>();
    query.visit(
        new QueryVisitor() {
          @Override
          public void visitLeaf(Query leaf) {
            if (leaf instanceof PathGlobQuery glob) {
              globs.add(glob);
            }
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
    List<String> folded = new ArrayList<>();
    for (PathGlobQuery each : globs) {
      if (each.isFolded(searcher)) {
        folded.add(each.glob());
      }
    }
    return folded;
  }
}

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

/**
 * Documents whose path matches a pattern, see {@link PathGlob}. Where none does, case is ignored;
 * which of the two applies is known once an index is searched.
 */
public final class PathGlobQuery extends ExpandedQuery {
  private final String glob;
  private final Query asWritten;

  /** A query for the keyword {@code field}. */
  public PathGlobQuery(String field, String glob) {
    super(field, glob);
    this.glob = glob;
    this.asWritten = query(field, glob, false);
  }

  /** The pattern as it was written. */
  public String glob() {
    return glob;
  }

  @Override
  public Query rewrite(IndexSearcher searcher) throws IOException {
    return matches(searcher, asWritten) ? asWritten : folded();
  }

  /** Whether documents match only because case is ignored. */
  public boolean isFolded(IndexSearcher searcher) throws IOException {
    return !matches(searcher, asWritten) && matches(searcher, folded());
  }

  private static boolean matches(IndexSearcher searcher, Query query) throws IOException {
    return StatedSearcher.of(searcher).finds(query);
  }

  private Query folded() {
    return query(field(), glob, true);
  }

  private static Query query(String field, String glob, boolean isFolded) {
    return new Paths(new Term(field, glob), isFolded);
  }

  /** Its text says all that it looks for: answers of several directories are added up by it. */
  private static final class Paths extends AutomatonQuery {
    private final boolean isFolded;

    Paths(Term pattern, boolean isFolded) {
      super(pattern, PathGlob.automaton(pattern.text(), isFolded));
      this.isFolded = isFolded;
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

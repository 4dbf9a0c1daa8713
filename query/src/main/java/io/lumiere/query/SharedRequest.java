package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.internal.lucene.ExpandedQuery;
import io.lumiere.query.language.PhotoFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A request as it goes to several directories that are searched together, also on other machines:
 * what photos are to show is one vector, which is computed once, and all else has a form in text.
 * Immutable.
 */
public final class SharedRequest {
  private final SearchRequest request;
  private final @Nullable Scale scale;

  /**
   * A request.
   *
   * @param request has nothing of what photos are to show but its vector
   * @param scale makes chances of the cosines to the vector; null where there is none
   */
  SharedRequest(SearchRequest request, @Nullable Scale scale) {
    this.request = request;
    this.scale = scale;
  }

  /** The vectors of photos that a request names, wherever they are. */
  @FunctionalInterface
  interface NamedVectors {
    /**
     * The vector of the photo with this id or, failing that, this path.
     *
     * @return null if there is no such photo; empty if it has no vector of the model
     */
    float @Nullable [] of(String idOrPath) throws IOException;
  }

  /**
   * Makes a request ready to go.
   *
   * @throws IllegalArgumentException if it has a part that cannot go to other machines
   * @throws LumiereException as {@link PhotoSearch#search} throws it
   */
  static SharedRequest of(SearchRequest request, Directions directions, NamedVectors photos) {
    refuse(request);
    try {
      Direction direction = directions.of(request.target(), photos);
      return new SharedRequest(
          request.resolved(direction == null ? null : direction.vector()),
          direction == null ? null : directions.scale(direction));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void refuse(SearchRequest request) {
    if (!request.ranking().legs().isEmpty()) {
      throw refusal(
          "rankings of the caller's", "they are queries of Lucene, which have no form to be sent");
    }
  }

  /**
   * What says that several directories cannot be searched in some way.
   *
   * @param what the way, such as "events"
   */
  static LumiereException refusal(String what, String why) {
    return new LumiereException(
        "a collection cannot be searched with " + what + ": " + why + ", see docs/cluster.md");
  }

  /** The parameters that {@link #read} reads. */
  public Map<String, List<String>> parameters() {
    return RequestParameters.of(request, scale == null ? Scale.COSINE : scale);
  }

  /**
   * Reads {@link #parameters}.
   *
   * @throws IllegalArgumentException if they are not what makes a request
   */
  public static SharedRequest read(Map<String, List<String>> parameters) {
    return RequestParameters.read(parameters);
  }

  /**
   * The same among photos that pass a filter, too, which only whoever adds it knows: this cannot be
   * sent any more.
   *
   * @param words what it keeps, such as {@code photos of my family}
   */
  public SharedRequest within(Query filter, String words) {
    return new SharedRequest(request.within(new PhotoFilter(words, "", filter)), scale);
  }

  SearchRequest request() {
    return request;
  }

  /** Whether hits have scores: something is searched for, not only filtered. */
  public boolean isRanked() {
    return request.isRanked();
  }

  /**
   * Whether what it looks for depends on how common words are, or on what is written in which way,
   * in all directories. Without this, all that counts is whether photos have vectors, and a
   * directory whose photos have none does not rank at all.
   */
  public boolean needsStatistics() {
    return (request.target().isInWords && request.target().isWritten())
        || request.filters().stream().anyMatch(filter -> isExpanded(filter.query()));
  }

  private static boolean isExpanded(Query filter) {
    boolean[] found = new boolean[1];
    filter.visit(
        new QueryVisitor() {
          @Override
          public void visitLeaf(Query leaf) {
            found[0] |= leaf instanceof ExpandedQuery;
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
    return found[0];
  }

  /** Whether scores decide where hits end, so that all of them must be known. */
  public boolean isCut() {
    return request.cutoff() instanceof Cutoff.Automatic;
  }

  /** How many documents each leg gives. */
  public int window() {
    return Math.max(request.ranking().window(), request.paging().limit());
  }

  Scale scale() {
    return scale == null ? Scale.COSINE : scale;
  }
}

package io.lumiere.query;

import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.schema.IndexMetadata;
import java.util.List;
import java.util.Optional;

/**
 * Finds photos by requests and by their names, wherever they are: in a directory, {@link
 * PhotoSearch}, or in several that are searched as one, {@link SharedSearch}. Thread-safe.
 */
public interface PhotoFinder {
  /** What the photos' index says of itself. */
  IndexMetadata metadata();

  /**
   * Finds photos.
   *
   * @throws IllegalArgumentException if the request has a vector of another dimension than the
   *     index or not of unit length, or a page token of another request
   * @throws io.lumiere.base.LumiereException if a photo that hits are to be like does not exist,
   *     the negative terms cancel what is searched for, or the request has a part that cannot be
   *     asked of these photos
   */
  SearchResult search(SearchRequest request);

  /**
   * Why hits of a request have their places, in plain words, in their order; for hits of the state
   * that is searched now.
   */
  List<PhotoExplanation> explain(SearchRequest request, List<Hit> hits);

  /** The Lucene query of a request, as Lucene writes it. */
  String luceneQuery(SearchRequest request);

  /** The path of the photo with this id or, failing that, this path. */
  Optional<String> findPath(String idOrPath);

  /**
   * The path of the photo that was likely meant by a path that no photo has; empty where none comes
   * near, or which one does cannot be found out.
   */
  Optional<String> nearestPath(String path);
}

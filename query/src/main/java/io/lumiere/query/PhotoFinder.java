package io.lumiere.query;

import io.lumiere.query.completion.Completion;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import java.util.List;
import java.util.Optional;

/**
 * Finds photos by requests and by their names, wherever they are: in a directory, {@link
 * PhotoSearch}, or in several that are searched as one, {@link SharedSearch}. Thread-safe.
 */
public interface PhotoFinder {
  /** What the photos' index says of itself. */
  IndexMetadata metadata();

  /** The model whose vectors all searches here use. */
  IndexedModel model();

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

  /**
   * Why a photo is a hit of a request, or why it is not, in plain words. To find its place, all
   * photos that pass the filters are compared.
   *
   * @param idOrPath the photo's id or, failing that, its path; it need not be in the index
   * @throws io.lumiere.base.LumiereException as {@link #search}
   */
  PhotoExplanation explain(SearchRequest request, String idOrPath);

  /**
   * Finds all photos of a request, in its order: the hits that paging through {@link #search}
   * gives, without their contents. Whoever asks for it closes it. The request's limit and token do
   * not matter.
   *
   * @throws IllegalArgumentException as {@link #search}; or if the request has groups: an order has
   *     {@link ResultOrder#sections}
   * @throws io.lumiere.base.LumiereException as {@link #search}
   */
  ResultOrder order(SearchRequest request);

  /**
   * What may be meant at a place in a half-written search, the likeliest first: {@link
   * io.lumiere.query.completion.Completer}.
   *
   * @param caret a place in the text, in code points
   */
  List<Completion> complete(String text, int caret);

  /** The Lucene query of a request, as Lucene writes it. */
  String luceneQuery(SearchRequest request);

  /** The photo with this id or, failing that, this path, as {@link PhotoFile#path} has it. */
  Optional<Photo> find(String idOrPath);

  /**
   * The photos with these ids, in the order of the ids; those that are not there are left out. To
   * ask for them one by one would take as many questions where photos are on other machines.
   *
   * @throws io.lumiere.base.LumiereException where some cannot be asked for
   */
  List<Photo> findAll(List<String> ids);

  /** The path of the photo with this id or, failing that, this path. */
  Optional<String> findPath(String idOrPath);

  /** The vector of the photo with this id or, failing that, this path. */
  Optional<float[]> findVector(String idOrPath);

  /**
   * The path of the photo that was likely meant by a path that no photo has; empty where none comes
   * near.
   */
  Optional<String> nearestPath(String path);

  /**
   * A number of the state of the photos that searches see, 0 or more: another one after each change
   * that was seen, as {@link #refresh} does.
   */
  long generation();

  /**
   * Makes searches see what was changed meanwhile; running searches end on the state that they
   * began with.
   *
   * @return whether anything was
   */
  boolean refresh();

  /**
   * Whether what looks alike among the photos has been found for their newest state: an order that
   * was made before, and is {@link io.lumiere.query.order.Stacking#PENDING}, stacks more when it is
   * made again.
   */
  boolean hasFoundAlike();
}

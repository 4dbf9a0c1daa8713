package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** The one vector that a request looks for. Thread-safe. */
final class RequestVectors {
  private final @Nullable TextEncoder encoder;
  private final Calibration calibration;
  private final IndexedModel model;

  RequestVectors(@Nullable TextEncoder encoder, Calibration calibration, IndexedModel model) {
    this.encoder =
        encoder == null
            ? null
            : new RecentTexts(text ->
                checked("the encoder's vector of '" + text + "'", model, encoder.encode(text)));
    this.calibration = calibration;
    this.model = model;
  }

  /**
   * The direction of the sum of each part's unit vector times its weight: that of {@code text} and
   * {@code vector} is 1. Photos that are liked and unliked are added by Rocchio's formula, see
   * {@link SearchRequest#LIKE_WEIGHT}. Where there is something else unwanted, the unit vector of
   * it times {@code notWeight} is taken from the unit vector of that sum.
   *
   * @return unit length; null where the request has only words or filters
   */
  float @Nullable [] wanted(SearchRequest request, IndexSearcher searcher) throws IOException {
    Direction wanted = direction(request, searcher);
    return wanted == null ? null : wanted.vector();
  }

  /** The field that {@link #wanted} is compared with. */
  String field() {
    return model.field();
  }

  /** What the model's cosines mean. */
  Calibration calibration() {
    return calibration;
  }

  /**
   * How to read cosines to {@link #wanted}, which is not null: pictures are more alike than texts
   * and pictures, so the scale of a sum of both lies between theirs.
   */
  Scale scale(SearchRequest request, IndexSearcher searcher) throws IOException {
    Direction wanted = direction(request, searcher);
    return wanted == null ? calibration.text() : wanted.scaleOr(calibration.image());
  }

  private @Nullable Direction direction(SearchRequest request, IndexSearcher searcher)
      throws IOException {
    Direction sum = picture(given("the request's vector", request.vector));
    sum = add(sum, 1, text(encoded(request.text)));
    for (WeightedTerm term : request.terms) {
      sum = term.isWanted() ? Direction.add(sum, term.weight, part(term)) : sum;
    }
    Direction liked = mean(request, true, searcher);
    sum = add(sum, sum == null ? 1 : SearchRequest.LIKE_WEIGHT, liked);
    if (sum == null) {
      return null;
    }
    for (WeightedTerm term : request.terms) {
      sum = term.isWanted() ? sum : Direction.add(sum, term.weight, part(term));
    }
    Direction unliked = mean(request, false, searcher);
    if (unliked != null) {
      sum = Direction.add(sum, -SearchRequest.UNLIKE_WEIGHT, unliked);
    }
    return withoutUnwanted(request, sum.unit());
  }

  private Direction withoutUnwanted(SearchRequest request, Direction sum) {
    Direction unwanted = picture(given("the vector of 'not'", request.notVector));
    if (!request.notTexts.isEmpty()) {
      unwanted = add(unwanted, 1, text(encoded(String.join(", ", request.notTexts))));
    }
    return unwanted == null ? sum : Direction.add(sum, -request.notWeight, unwanted.unit()).unit();
  }

  private static @Nullable Direction add(
      @Nullable Direction sum, double weight, @Nullable Direction part) {
    return part == null ? sum : Direction.add(sum, weight, part);
  }

  private @Nullable Direction text(float @Nullable [] vector) {
    return vector == null ? null : Direction.of(vector, calibration.text());
  }

  private @Nullable Direction picture(float @Nullable [] vector) {
    return vector == null ? null : Direction.of(vector, calibration.image());
  }

  private Direction part(WeightedTerm term) {
    if (term.vector != null) {
      return Direction.of(
          checked("a vector that is added", model, term.vector), calibration.image());
    }
    float[] vector = encoded(term.text);
    if (vector == null) {
      throw new LumiereException(
          "'"
              + term.text
              + "' is added to the search, which takes a model: this index was opened without one");
    }
    return Direction.of(vector, calibration.text());
  }

  /** Not for writing. */
  private float @Nullable [] encoded(@Nullable String text) {
    return text == null || encoder == null ? null : encoder.encode(text);
  }

  /** The weighted mean of the photos that are marked so; null where none is. */
  private @Nullable Direction mean(SearchRequest request, boolean wanted, IndexSearcher searcher)
      throws IOException {
    double weights =
        request.marked.stream()
            .filter(mark -> mark.wanted == wanted)
            .mapToDouble(mark -> mark.weight)
            .sum();
    Direction mean = null;
    for (MarkedPhoto mark : request.marked) {
      if (mark.wanted == wanted) {
        Direction photo = Direction.of(vector(mark, searcher), calibration.image());
        mean = Direction.add(mean, mark.weight / weights, photo);
      }
    }
    return mean;
  }

  private float[] vector(MarkedPhoto mark, IndexSearcher searcher) throws IOException {
    String name = mark.photo;
    if (mark.vector != null || name == null) {
      return checked("the vector of a picture to be like", model, mark.vector);
    }
    int doc = StoredVectors.findDoc(searcher, name);
    String like = mark.wanted ? "like" : "unlike";
    if (doc == StoredVectors.NONE) {
      throw new LumiereException("there is no photo with id or path '" + name + "' to be " + like);
    }
    float[] vector = StoredVectors.read(searcher, doc, model.field());
    if (vector == null) {
      throw new LumiereException(
          "photo '" + name + "' has no vector of model " + model.id() + " to be " + like);
    }
    return vector;
  }

  private float @Nullable [] given(String what, float @Nullable [] vector) {
    return vector == null ? null : checked(what, model, vector);
  }

  private static float[] checked(String what, IndexedModel model, float @Nullable [] vector) {
    int dimension = model.model().dimension();
    if (vector == null || vector.length != dimension) {
      throw new IllegalArgumentException(
          what
              + " has "
              + (vector == null ? 0 : vector.length)
              + " dimensions, the index's have "
              + dimension);
    }
    Vectors.checkUnit(what, vector);
    return vector;
  }
}

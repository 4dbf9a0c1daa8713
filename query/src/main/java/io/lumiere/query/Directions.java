package io.lumiere.query;

import io.lumiere.base.LumiereException;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexedModel;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Computes the one direction among vectors that a request looks for. Thread-safe. */
final class Directions {
  private final @Nullable TextEncoder encoder;

  /** Makes chances of cosines to vectors that are directions already; null where they are not. */
  private final @Nullable Scale ofDirections;

  private final Calibration calibration;
  private final IndexedModel model;

  Directions(@Nullable TextEncoder encoder, Calibration calibration, IndexedModel model) {
    this.encoder =
        encoder == null
            ? null
            : new RecentTexts(text ->
                checked("the encoder's vector of '" + text + "'", model, encoder.encode(text)));
    this.ofDirections = null;
    this.calibration = calibration;
    this.model = model;
  }

  /** For requests whose vector is the direction itself, bit for bit. */
  Directions(IndexedModel model, Scale ofDirections) {
    this.encoder = null;
    this.ofDirections = ofDirections;
    this.calibration = new Calibration(ofDirections, ofDirections);
    this.model = model;
  }

  /** The model whose vectors are compared. */
  IndexedModel model() {
    return model;
  }

  /** What the model's cosines mean. */
  Calibration calibration() {
    return calibration;
  }

  /**
   * The direction of the sum of each part's unit vector times its weight: that of the text and the
   * vector is 1. Photos that are liked and unliked are added by Rocchio's formula, see {@link
   * SearchRequest#LIKE_WEIGHT}. Where there are negative terms, the unit vector of their sum times
   * its weight is subtracted from the unit vector of that sum.
   *
   * @return unit length; null where only words or filters are given
   */
  @Nullable Direction of(SearchTarget target, IndexSearcher searcher) throws IOException {
    return of(target, name -> vector(name, searcher));
  }

  /** As {@link #of(SearchTarget, IndexSearcher)}; the photos that it names may be anywhere. */
  @Nullable Direction of(SearchTarget target, SharedRequest.NamedVectors photos)
      throws IOException {
    float[] given = given("the request's vector", target.vector);
    if (ofDirections != null) {
      return given == null ? null : new Direction(given, Double.NaN, Double.NaN);
    }
    Direction sum = picture(given);
    sum = add(sum, 1, text(encoded(target.text)));
    for (WeightedTerm term : target.terms) {
      sum = term.isPositive() ? Direction.add(sum, term.weight, part(term)) : sum;
    }
    Direction liked = mean(target.feedback.photos(true), photos);
    sum = add(sum, sum == null ? 1 : SearchRequest.LIKE_WEIGHT, liked);
    if (sum == null) {
      return null;
    }
    for (WeightedTerm term : target.terms) {
      sum = term.isPositive() ? sum : Direction.add(sum, term.weight, part(term));
    }
    Direction unliked = mean(target.feedback.photos(false), photos);
    if (unliked != null) {
      sum = Direction.add(sum, -SearchRequest.UNLIKE_WEIGHT, unliked);
    }
    return without(target.negative, sum.unit());
  }

  /**
   * The scale of cosines to a direction: pictures are closer to each other than to texts, so the
   * scale of a sum of both lies between the two.
   */
  Scale scale(Direction direction) {
    return direction.scaleOr(calibration.image());
  }

  private Direction without(NegativeTerms negative, Direction sum) {
    Direction away = picture(given("the vector of 'not'", negative.vector()));
    if (!negative.texts().isEmpty()) {
      away = add(away, 1, text(encoded(String.join(", ", negative.texts()))));
    }
    return away == null ? sum : Direction.add(sum, -negative.weight(), away.unit()).unit();
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

  /** The array is shared: do not write to it. */
  private float @Nullable [] encoded(@Nullable String text) {
    return text == null || encoder == null ? null : encoder.encode(text);
  }

  /** The weighted mean of some photos; null where there are none. */
  private @Nullable Direction mean(List<FeedbackPhoto> photos, SharedRequest.NamedVectors vectors)
      throws IOException {
    double weights = photos.stream().mapToDouble(photo -> photo.weight).sum();
    Direction mean = null;
    for (FeedbackPhoto photo : photos) {
      Direction direction = Direction.of(vector(photo, vectors), calibration.image());
      mean = Direction.add(mean, photo.weight / weights, direction);
    }
    return mean;
  }

  private float @Nullable [] vector(String name, IndexSearcher searcher) throws IOException {
    int doc = StoredVectors.findDoc(searcher, name);
    if (doc == StoredVectors.NONE) {
      return null;
    }
    float[] vector = StoredVectors.read(searcher, doc, model.field());
    return vector == null ? new float[0] : vector;
  }

  private float[] vector(FeedbackPhoto photo, SharedRequest.NamedVectors vectors)
      throws IOException {
    String name = photo.photo;
    if (photo.vector != null || name == null) {
      return checked("the vector of a picture to be like", model, photo.vector);
    }
    float[] vector = vectors.of(name);
    String like = photo.isLiked ? "like" : "unlike";
    if (vector == null) {
      throw new LumiereException("there is no photo with id or path '" + name + "' to be " + like);
    }
    if (vector.length == 0) {
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

package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;
import io.lumiere.schema.IndexedModel;
import io.lumiere.schema.LumiereException;
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
   * The direction of the sum of each part's unit vector times its weight: that of {@code text},
   * {@code vector} and {@code like} is 1. Where there is something unwanted, the unit vector of it
   * times {@code notWeight} is taken from the unit vector of that sum.
   *
   * @return unit length; null where the request has only words or filters
   */
  float @Nullable [] wanted(SearchRequest request, IndexSearcher searcher) throws IOException {
    float[] sum = given("the request's vector", request.vector);
    sum = add(sum, 1, likeness(request, searcher));
    sum = add(sum, 1, encoded(request.text));
    if (sum == null && request.terms.stream().noneMatch(WeightedTerm::isWanted)) {
      return null;
    }
    for (WeightedTerm term : request.terms) {
      sum = add(sum, term.weight, vector(term));
    }
    if (sum == null) {
      return null;
    }
    float[] unwanted = given("the vector of 'not'", request.notVector);
    if (!request.notTexts.isEmpty()) {
      unwanted = add(unwanted, 1, encoded(String.join(", ", request.notTexts)));
    }
    return unwanted == null
        ? Vectors.unit(sum)
        : Vectors.unit(Vectors.plus(Vectors.unit(sum), -request.notWeight, Vectors.unit(unwanted)));
  }

  /** The field that {@link #wanted} is compared with. */
  String field() {
    return model.field();
  }

  /** What the model's cosines mean. */
  Calibration calibration() {
    return calibration;
  }

  /** How to read cosines to {@link #wanted}: pictures are more alike than texts and pictures. */
  Scale scale(SearchRequest request) {
    boolean likePictures =
        request.vector != null
            || request.like != null
            || request.terms.stream().anyMatch(term -> term.isWanted() && term.vector != null);
    return likePictures ? calibration.image() : calibration.text();
  }

  private float[] vector(WeightedTerm term) {
    float[] vector =
        term.vector == null
            ? encoded(term.text)
            : checked("a vector that is added", model, term.vector);
    if (vector == null) {
      throw new LumiereException(
          "'"
              + term.text
              + "' is added to the search, which takes a model: this index was opened without one");
    }
    return vector;
  }

  /** Not for writing. */
  private float @Nullable [] encoded(@Nullable String text) {
    return text == null || encoder == null ? null : encoder.encode(text);
  }

  private float @Nullable [] likeness(SearchRequest request, IndexSearcher searcher)
      throws IOException {
    if (request.like == null) {
      return null;
    }
    int doc = StoredVectors.findDoc(searcher, request.like);
    float[] vector =
        doc == StoredVectors.NONE ? null : StoredVectors.read(searcher, doc, model.field());
    if (doc != StoredVectors.NONE && vector == null) {
      throw new LumiereException(
          "photo '" + request.like + "' has no vector of model " + model.id() + " to be like");
    }
    if (vector == null) {
      throw new LumiereException(
          "there is no photo with id or path '" + request.like + "' to be like");
    }
    return vector;
  }

  private float @Nullable [] given(String what, float @Nullable [] vector) {
    return vector == null ? null : checked(what, model, vector);
  }

  private static float[] checked(String what, IndexedModel model, float[] vector) {
    int dimension = model.model().dimension();
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          what + " has " + vector.length + " dimensions, the index's have " + dimension);
    }
    Vectors.checkUnit(what, vector);
    return vector;
  }

  private static float @Nullable [] add(
      float @Nullable [] sum, double weight, float @Nullable [] vector) {
    if (vector == null) {
      return sum;
    }
    return Vectors.plus(sum == null ? new float[vector.length] : sum, (float) weight, vector);
  }
}

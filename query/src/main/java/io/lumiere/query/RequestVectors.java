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
    this.encoder = encoder;
    this.calibration = calibration;
    this.model = model;
  }

  /** Unit length; null where the request has only words or filters. */
  float @Nullable [] wanted(SearchRequest request, IndexSearcher searcher) throws IOException {
    float[] sum = add(null, 1, checked("the request's vector", request.vector));
    sum = add(sum, 1, likeness(request, searcher));
    sum = add(sum, 1, encoded(request.text));
    if (sum == null) {
      return null;
    }
    float[] unwanted =
        add(checked("the vector of 'not'", request.notVector), 1, encoded(request.notText));
    return unwanted == null
        ? Vectors.unit(sum)
        : Vectors.unit(Vectors.plus(Vectors.unit(sum), -request.notWeight, Vectors.unit(unwanted)));
  }

  /** The field that {@link #wanted} is compared with. */
  String field() {
    return model.field();
  }

  /** How to read cosines to {@link #wanted}: pictures are more alike than texts and pictures. */
  Scale scale(SearchRequest request) {
    return request.vector == null && request.like == null
        ? calibration.text()
        : calibration.image();
  }

  private float @Nullable [] encoded(@Nullable String text) {
    return text == null || encoder == null
        ? null
        : checked("the encoder's vector of '" + text + "'", encoder.encode(text));
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

  private float @Nullable [] checked(String what, float @Nullable [] vector) {
    if (vector == null) {
      return null;
    }
    int dimension = model.model().dimension();
    if (vector.length != dimension) {
      throw new IllegalArgumentException(
          what + " has " + vector.length + " dimensions, the index's have " + dimension);
    }
    Vectors.checkUnit(what, vector);
    return vector;
  }

  private static float @Nullable [] add(
      float @Nullable [] sum, float weight, float @Nullable [] vector) {
    if (vector == null) {
      return sum;
    }
    return sum == null ? vector : Vectors.plus(sum, weight, vector);
  }
}

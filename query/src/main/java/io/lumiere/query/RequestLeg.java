package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;
import org.apache.lucene.search.Query;

/** A ranking that the caller brings, see {@link SearchRequestBuilder#leg}. */
record RequestLeg(String name, Query query, float weight, Scale scale) {
  RequestLeg {
    if (name.isBlank() || name.equals("vector") || name.equals("words")) {
      throw new IllegalArgumentException(
          "a leg cannot be called '" + name + "': give it a name other than 'vector' and 'words'");
    }
    // Negated, so that NaN fails too.
    if (!(weight > 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight of leg '" + name + "' is " + weight + ", not above 0");
    }
  }
}

package io.lumiere.query;

import io.lumiere.query.hybrid.Scale;
import java.util.List;
import org.apache.lucene.search.Query;

/** A ranking that the caller brings, see {@link Ranking#leg}. Immutable. */
public record RequestLeg(String name, Query query, float weight, Scale scale) {
  /** Names of the legs that every request has. */
  private static final List<String> RESERVED = List.of("vector", "words", "name");

  public RequestLeg {
    if (name.isBlank() || RESERVED.contains(name)) {
      throw new IllegalArgumentException(
          "a leg cannot be called '"
              + name
              + "': give it a name other than "
              + String.join(", ", RESERVED));
    }
    // Negated, so that NaN fails too.
    if (!(weight > 0) || Float.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight of leg '" + name + "' is " + weight + ", not above 0");
    }
  }
}

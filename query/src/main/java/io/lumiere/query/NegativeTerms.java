package io.lumiere.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search moves away from, once all that it looks for is added up. Immutable.
 *
 * @param texts what photos should not show; photos whose words have all of it get nothing for their
 *     words
 * @param vector of unit length, never written to; null where there is none
 * @param weight how far the search moves, 0 to 2
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record NegativeTerms(List<String> texts, float @Nullable [] vector, float weight) {
  static final NegativeTerms NOTHING =
      new NegativeTerms(List.of(), null, SearchRequest.DEFAULT_NOT_WEIGHT);

  NegativeTerms {
    // Negated, so that NaN fails too.
    if (!(weight >= 0 && weight <= 2)) {
      throw new IllegalArgumentException("weight of 'not' is " + weight + ", not in 0..2");
    }
    texts = List.copyOf(texts);
  }

  NegativeTerms and(String text) {
    List<String> more = new ArrayList<>(texts);
    more.add(text);
    return new NegativeTerms(more, vector, weight);
  }

  boolean isNothing() {
    return texts.isEmpty() && vector == null;
  }
}

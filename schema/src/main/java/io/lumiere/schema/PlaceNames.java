package io.lumiere.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a place is called. Immutable.
 *
 * @param countryCode two upper-case letters of ISO 3166-1
 * @param country the country's English name
 * @param region the state's, province's or the like's name
 * @param city the town's name
 * @param words every name that a search finds the place by: the above and others, in many scripts
 */
public record PlaceNames(
    @Nullable String countryCode,
    @Nullable String country,
    @Nullable String region,
    @Nullable String city,
    List<String> words) {
  public PlaceNames {
    words = List.copyOf(words);
  }

  /**
   * Whether there is no name at all: a photo's document cannot tell it from a place without names.
   */
  boolean isEmpty() {
    return countryCode == null
        && country == null
        && region == null
        && city == null
        && words.isEmpty();
  }
}

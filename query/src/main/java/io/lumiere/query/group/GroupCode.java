package io.lumiere.query.group;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What makes a group the same in all directories that are searched together. Immutable.
 *
 * @param parts of a date, its number; of a burst, what its photos share; of a photo alone, its id
 *     and path; of a place, its names from the country down, null where it has none
 */
public record GroupCode(GroupBy by, List<@Nullable String> parts) {
  public GroupCode {
    parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  /**
   * The group.
   *
   * @param photos how many hits are in it
   * @throws IllegalArgumentException if these parts make none
   */
  public Group group(int photos) {
    return switch (by) {
      case DAY, MONTH, YEAR -> DateKeys.of(by).group(number(), photos);
      case BURST -> BurstKeys.group(parts, photos);
      case PLACE -> PlaceKeys.group(parts, photos);
    };
  }

  private long number() {
    String number = parts.isEmpty() ? null : parts.getFirst();
    return Long.parseLong(String.valueOf(number));
  }
}

package io.lumiere.app.command;

import io.lumiere.base.LumiereException;
import io.lumiere.query.RequestRules.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What only a search of a directory can be asked for, with the reasons; the rest is refused by the
 * search of a collection itself. Thread-safe.
 */
final class CollectionLimits {
  private static final Map<Part, String> REASONS =
      new EnumMap<>(
          Map.of(Part.CAPTIONS, "the captions of all photos would have to be read first"));

  private CollectionLimits() {}

  /**
   * Refuses what a collection cannot be asked for.
   *
   * @param names what to call a part
   */
  static void check(Set<Part> given, Function<Part, String> names) {
    REASONS.forEach((part, reason) -> {
      if (given.contains(part)) {
        throw refusal(names.apply(part), reason);
      }
    });
  }

  /** What says that something is refused. */
  static LumiereException refusal(String what, String why) {
    return new LumiereException(
        "a collection cannot be searched with " + what + ": " + why + ", see docs/cluster.md");
  }
}

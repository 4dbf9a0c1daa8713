package io.lumiere.web.search;

import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some places of an order that follow each other. Immutable.
 *
 * @param start the first
 * @param count how many
 */
record PlaceRange(int start, int count) {
  int end() {
    return start + count;
  }

  /**
   * The ranges that a body asks for, without what lies beyond the end, and no place twice; all
   * places where it asks for none.
   */
  static List<PlaceRange> of(JsonObject body, int total) {
    if (!body.has("ranges")) {
      return List.of(new PlaceRange(0, total));
    }
    List<PlaceRange> asked = new ArrayList<>();
    for (List<Long> range : body.lists("ranges")) {
      if (range.size() != 2) {
        throw HttpProblem.badRequest("each of the \"ranges\" must be [start, count]");
      }
      long start = Math.min(range.get(0), total);
      asked.add(new PlaceRange((int) start, (int) Math.min(range.get(1), total - start)));
    }
    asked.sort(Comparator.comparingInt(PlaceRange::start));
    List<PlaceRange> once = new ArrayList<>();
    int next = 0;
    for (PlaceRange range : asked) {
      int start = Math.max(next, range.start());
      if (range.end() > start) {
        once.add(new PlaceRange(start, range.end() - start));
        next = range.end();
      }
    }
    return once;
  }
}

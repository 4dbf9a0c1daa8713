package io.lumiere.web.search;

import io.lumiere.query.language.PhotoFilter;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import java.util.ArrayList;
import java.util.List;

/** Reads the parameters {@code near} and {@code box}. */
final class PlaceParameters {
  private static final double FARTHEST = 20_040;

  private PlaceParameters() {}

  static List<PhotoFilter> filters(Arguments arguments) {
    List<PhotoFilter> filters = new ArrayList<>();
    arguments.text("near").ifPresent(near -> filters.add(near(near)));
    arguments.text("box").ifPresent(box -> filters.add(box(box)));
    return filters;
  }

  private static PhotoFilter near(String text) {
    List<String> parts = Numbers.parts(text, "near", 3, "LATITUDE,LONGITUDE,KILOMETRES");
    return PhotoFilter.near(
        Numbers.read(parts.get(0), "near", -90, 90),
        Numbers.read(parts.get(1), "near", -180, 180),
        Numbers.read(parts.get(2), "near", 0, FARTHEST));
  }

  private static PhotoFilter box(String text) {
    List<String> parts = Numbers.parts(text, "box", 4, "WEST,SOUTH,EAST,NORTH");
    double south = Numbers.read(parts.get(1), "box", -90, 90);
    double north = Numbers.read(parts.get(3), "box", -90, 90);
    if (south > north) {
      throw HttpProblem.badRequest(
          "the parameter \"box\" has its south " + south + " north of its north " + north);
    }
    return PhotoFilter.box(
        Numbers.read(parts.get(0), "box", -180, 180),
        south,
        Numbers.read(parts.get(2), "box", -180, 180),
        north);
  }
}

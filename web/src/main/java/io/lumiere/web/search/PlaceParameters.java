package io.lumiere.web.search;

import io.lumiere.query.language.PhotoFilter;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** The parameters {@code near} and {@code box}. */
final class PlaceParameters {
  private static final String LATITUDE = " *[-+]?(90(\\.0{0,15})?|[0-8]?[0-9](\\.[0-9]{0,15})?) *";
  private static final String LONGITUDE =
      " *[-+]?(180(\\.0{0,15})?|(1[0-7][0-9]|[0-9]{1,2})(\\.[0-9]{0,15})?) *";

  /** Half way round the earth. */
  private static final String KILOMETRES =
      " *[+]?(20040(\\.0{0,15})?|(200[0-3][0-9]|[01]?[0-9]{1,4})(\\.[0-9]{0,15})?) *";

  static final Parameter NEAR =
      Parameter.form(
          "near",
          "^" + String.join(",", LATITUDE, LONGITUDE, KILOMETRES) + "$",
          "LATITUDE,LONGITUDE,KILOMETRES: from -90 to 90, from -180 to 180, from 0 to 20040",
          "LATITUDE,LONGITUDE,KILOMETRES.");

  static final Parameter BOX =
      Parameter.form(
          "box",
          "^" + String.join(",", LONGITUDE, LATITUDE, LONGITUDE, LATITUDE) + "$",
          "WEST,SOUTH,EAST,NORTH: from -180 to 180, from -90 to 90, and so again",
          "WEST,SOUTH,EAST,NORTH in degrees; east may be less than west. Of the two latitudes the"
              + " lesser is the south.");

  private PlaceParameters() {}

  static List<PhotoFilter> filters(Arguments arguments) {
    List<PhotoFilter> filters = new ArrayList<>();
    arguments.text("near").ifPresent(near -> filters.add(near(numbers(near))));
    arguments.text("box").ifPresent(box -> filters.add(box(numbers(box))));
    return filters;
  }

  private static PhotoFilter near(double[] near) {
    return PhotoFilter.near(near[0], near[1], near[2]);
  }

  private static PhotoFilter box(double[] box) {
    return PhotoFilter.box(box[0], Math.min(box[1], box[3]), box[2], Math.max(box[1], box[3]));
  }

  private static double[] numbers(String text) {
    DoubleStream numbers = Stream.of(text.split(",", -1)).mapToDouble(Double::parseDouble);
    return numbers.toArray();
  }
}

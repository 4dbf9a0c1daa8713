package io.lumiere.query;

import io.lumiere.schema.Camera;
import io.lumiere.schema.Photo;
import io.lumiere.schema.Place;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what the index knows of a photo, to hold against a filter that leaves it out. */
final class PhotoFacts {
  private PhotoFacts() {}

  /**
   * What is known.
   *
   * @param field of the language
   * @return such as {@code it was taken on 2021-07-04}; empty where the field is none of those that
   *     can be told in a few words
   */
  static Optional<String> about(String field, Photo photo) {
    Camera camera = photo.camera();
    return switch (field) {
      case "date", "year", "month", "time", "confidence" -> Optional.of(taken(photo.taken()));
      case "near", "box" -> Optional.of(place(photo.place()));
      case "camera", "make", "model" -> Optional.of(is("camera", camera.name()));
      case "lens" -> Optional.of(is("lens", camera.lens()));
      case "iso" -> Optional.of(is("ISO", camera.settings().iso()));
      case "f" -> Optional.of(is("f-number", camera.settings().aperture()));
      case "focal" -> Optional.of(is("focal length", camera.settings().focalLength()));
      case "exposure" -> Optional.of(is("exposure in seconds", camera.settings().exposure()));
      case "type" -> Optional.of(is("type", photo.image().format()));
      case "size" -> Optional.of("its file has " + photo.file().size() + " bytes");
      case "width", "height", "megapixels", "is" ->
          Optional.of(
              "it has " + photo.image().width() + " x " + photo.image().height() + " pixels");
      case "rating" -> Optional.of(is("rating", photo.caption().rating()));
      case "label" -> Optional.of(is("label", photo.caption().label()));
      case "title" -> Optional.of(is("title", photo.caption().title()));
      case "description" -> Optional.of(is("description", photo.caption().description()));
      case "keyword" -> Optional.of(is("keywords", String.join(", ", photo.caption().keywords())));
      case "people" -> Optional.of(people(photo.caption().people()));
      case "path", "folder", "name" -> Optional.of(is("path", photo.file().path()));
      default -> Optional.empty();
    };
  }

  private static String is(String what, @Nullable Object value) {
    return value == null || value.equals("")
        ? "its " + what + " is not known"
        : "its " + what + " is " + value;
  }

  private static String people(List<String> names) {
    return names.isEmpty() ? "nobody in it is named" : "in it are " + String.join(", ", names);
  }

  private static String taken(@Nullable Taken taken) {
    if (taken == null) {
      return "it is not known when it was taken";
    }
    if (taken.isGuessed()) {
      return "it is not known when it was taken; its file's time is "
          + taken.local().toString().replace('T', ' ');
    }
    String local = taken.local().toString();
    return switch (taken.precision()) {
      case TIME -> "it was taken on " + local.replace('T', ' ');
      case DAY -> "it was taken on " + local.substring(0, 10);
      case MONTH, YEAR -> {
        boolean isMonth = taken.precision() == Precision.MONTH;
        yield "only the "
            + (isMonth ? "month" : "year")
            + " is known when it was taken: "
            + local.substring(0, isMonth ? 7 : 4);
      }
    };
  }

  private static String place(@Nullable Place place) {
    return place == null
        ? "it has no place on the map"
        : String.format(
            Locale.ROOT, "it was taken at %.5f, %.5f", place.latitude(), place.longitude());
  }
}

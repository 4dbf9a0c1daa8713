package io.lumiere.query.language.fields;

import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoField;
import io.lumiere.schema.PhotoFields;
import io.lumiere.schema.Place;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is known of a photo, to explain why a filter leaves it out. */
final class Facts {
  private Facts() {}

  /**
   * What a photo's field says: {@code its lens is EF 50mm}.
   *
   * @param what it is called in the sentence
   * @param field of the index
   */
  static Function<Photo, String> of(String what, String field) {
    PhotoField<?> source = PhotoFields.find(field).orElseThrow();
    return photo ->
        known(
            what, source.of(photo).stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  /** What is known of something: {@code its camera is Pixel 6}. */
  static String known(String what, @Nullable String value) {
    return value == null || value.isEmpty()
        ? "its " + what + " is not known"
        : "its " + what + " is " + value;
  }

  /** The people in it. */
  static String people(Photo photo) {
    List<String> names = photo.caption().people();
    return names.isEmpty() ? "nobody in it is named" : "in it are " + String.join(", ", names);
  }

  /** How large it is, in pixels. */
  static String pixels(Photo photo) {
    return "it has " + photo.image().width() + " x " + photo.image().height() + " pixels";
  }

  /** When it was taken, as far as that is known. */
  static String taken(Photo photo) {
    Taken taken = photo.taken();
    if (taken == null) {
      return "it is not known when it was taken";
    }
    String local = taken.local().toString();
    if (taken.isGuessed()) {
      return "it is not known when it was taken; its file's time is " + local.replace('T', ' ');
    }
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

  /** Where it was taken. */
  static String position(Photo photo) {
    Place place = photo.place();
    return place == null
        ? "it has no place on the map"
        : String.format(
            Locale.ROOT, "it was taken at %.5f, %.5f", place.latitude(), place.longitude());
  }
}

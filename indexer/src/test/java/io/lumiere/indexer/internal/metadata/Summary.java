package io.lumiere.indexer.internal.metadata;

import io.lumiere.schema.Place;
import io.lumiere.schema.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A photo's metadata in one line, for tables of cases. */
final class Summary {
  private Summary() {}

  static String of(PhotoMetadata photo) {
    List<Object> parts = new ArrayList<>();
    parts.add(photo.taken() == null ? "no date" : taken(photo.taken()));
    if (photo.place() != null) {
      parts.add(place(photo.place()));
    }
    if (photo.camera().make() != null) {
      parts.add(photo.camera().make());
    }
    add(parts, "title=", photo.caption().title());
    add(parts, "description=", photo.caption().description());
    add(
        parts,
        "keywords=",
        photo.caption().keywords().isEmpty() ? null : photo.caption().keywords());
    add(parts, "rating=", photo.caption().rating());
    add(parts, "label=", photo.caption().label());
    add(parts, "", photo.traits().panorama() ? "panorama" : null);
    add(parts, "", photo.traits().screenshot() ? "screenshot" : null);
    add(parts, "live=", photo.traits().livePhoto());
    add(parts, "burst=", photo.traits().burst());
    return String.join(" ", parts.stream().map(Object::toString).toList());
  }

  private static void add(List<Object> parts, String name, Object value) {
    if (value != null) {
      parts.add(name + value);
    }
  }

  private static String taken(Taken taken) {
    String offset = taken.offset() == null ? "" : taken.offset() + " " + taken.offsetSource();
    return taken.local()
        + offset
        + " "
        + taken.source()
        + " "
        + taken.confidence().keyword()
        + " "
        + taken.precision().keyword();
  }

  private static String place(Place place) {
    String at = String.format(Locale.ROOT, "@%.4f,%.4f", place.latitude(), place.longitude());
    String altitude = place.altitude() == null ? "" : "," + place.altitude();
    String names =
        place.names() == null
            ? ""
            : " "
                + place.names().countryCode()
                + "/"
                + place.names().region()
                + "/"
                + place.names().city();
    return at + altitude + names;
  }
}

package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Random photos whose values are hard to tell apart, and what a look at one says of each facet. */
final class FacetPhotos {
  private static final List<String> MAKES = Arrays.asList("Canon", "canon", "NIKON", "", null);
  private static final List<String> MODELS =
      Arrays.asList("Canon EOS 5D", "EOS 5D", "EOS 5D Mark II", "canon", "D 750", "NIKON", null);
  private static final List<String> LENSES =
      Arrays.asList("EF24-70mm f/2.8L", "EF24-70mm f/2.8L USM", "Objektiv É 50mm", null);
  private static final List<String> KEYWORDS =
      List.of(
          "beach",
          "Beach",
          "beach house",
          "beach  house",
          "bēach",
          "beach*",
          "beach~1",
          "a..b",
          "12\" vinyl",
          "“quoted”",
          ">=4",
          "=x",
          "-x",
          "a,b",
          "(a",
          "b)",
          "OR",
          " space ",
          "日落",
          "é",
          "e\u0301",
          "C:\\x",
          "x\ty",
          "x\ny",
          "'",
          "\uD83C\uDF05",
          "x".repeat(700));
  private static final List<String> COUNTRIES = Arrays.asList("Japan", "Monaco", "Peru", null);
  private static final List<String> REGIONS = Arrays.asList("North", "South", "North East", null);
  private static final List<String> CITIES = Arrays.asList("Springfield", "Spring field", null);
  private static final List<String> FORMATS = List.of("jpeg", "png", "heic", "jpg", "cr2", "JPEG");

  private static final List<Confidence> CONFIDENCES = List.of(Confidence.HIGH, Confidence.MEDIUM);
  private static final PlaceNames NOWHERE = new PlaceNames(null, null, null, null, List.of());

  private FacetPhotos() {}

  static Photo random(Random random, int i) {
    return Photo.builder(
            "id" + i,
            new PhotoFile("a/" + i + ".jpg", "b".repeat(64), random.nextInt(3000), Instant.EPOCH),
            new ImageInfo(1 + random.nextInt(3), 1 + random.nextInt(3), 1, any(random, FORMATS)))
        .taken(random.nextInt(8) == 0 ? null : taken(random))
        .camera(
            Camera.builder()
                .make(any(random, MAKES))
                .model(any(random, MODELS))
                .lens(any(random, LENSES))
                .flash(any(random, Arrays.asList(true, false, null)))
                .build())
        .place(random.nextInt(3) == 0 ? null : place(random))
        .caption(
            Caption.builder()
                .title(random.nextInt(3) == 0 ? "beach" : null)
                .keywords(
                    Stream.generate(() -> any(random, KEYWORDS)).limit(random.nextInt(4)).toList())
                .people(
                    Stream.generate(() -> any(random, KEYWORDS)).limit(random.nextInt(3)).toList())
                .rating(any(random, Arrays.asList(-1, 1, 4, 5, null)))
                .label(any(random, Arrays.asList("red", "dark red", null)))
                .build())
        .traits(
            new Traits(
                random.nextInt(4) == 0,
                random.nextInt(4) == 0,
                random.nextInt(4) == 0 ? Traits.EMBEDDED : null,
                random.nextInt(4) == 0 ? "burst" : null))
        .build();
  }

  private static <T> T any(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static Taken taken(Random random) {
    LocalDateTime local =
        LocalDate.of(2019, 12, 1).atStartOfDay().plusSeconds(random.nextLong(2L * 366 * 86_400));
    Precision precision = any(random, List.of(Precision.values()));
    local =
        switch (precision) {
          case YEAR -> local.toLocalDate().withDayOfYear(1).atStartOfDay();
          case MONTH -> local.toLocalDate().withDayOfMonth(1).atStartOfDay();
          case DAY -> local.toLocalDate().atStartOfDay();
          // The first and the last moment of a day.
          case TIME ->
              random.nextInt(3) > 0
                  ? local
                  : local.toLocalDate().atStartOfDay().minusNanos(random.nextInt(2) * 1_000_000L);
        };
    return precision == Precision.TIME && random.nextInt(3) == 0
        ? new Taken(local, null, null, Taken.FILE_TIME, Confidence.LOW, precision)
        : new Taken(local, null, null, "exif", any(random, CONFIDENCES), precision);
  }

  private static Place place(Random random) {
    PlaceNames names =
        new PlaceNames(
            null, any(random, COUNTRIES), any(random, REGIONS), any(random, CITIES), List.of());
    return new Place(1, 2, null, names.equals(NOWHERE) ? null : names);
  }

  /**
   * A photo's values, as paths.
   *
   * @param guesses whether dates that are guesses count
   */
  static Set<List<String>> values(Photo photo, Facet facet, boolean guesses) {
    Taken date = photo.taken();
    Taken taken = date != null && date.isGuessed() && !guesses ? null : date;
    PlaceNames place =
        photo.place() == null || photo.place().names() == null ? NOWHERE : photo.place().names();
    return switch (facet.name()) {
      case "year" -> one(taken == null ? null : "" + taken.local().getYear());
      case "month" ->
          one(
              taken == null || taken.precision() == Precision.YEAR
                  ? null
                  : taken.local().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case "camera" -> one(photo.camera().name());
      case "serial" -> one(photo.camera().serial());
      case "lens" -> one(photo.camera().lens());
      case "place" -> {
        List<String> path =
            Stream.of(place.country(), place.region(), place.city())
                .takeWhile(Objects::nonNull)
                .toList();
        yield path.isEmpty() ? Set.of() : Set.of(path);
      }
      case "country" -> one(place.country());
      case "region" -> one(place.region());
      case "city" -> one(place.city());
      case "type" -> one(photo.image().format());
      case "people" -> many(photo.caption().people());
      case "keyword" -> many(photo.caption().keywords());
      case "label" -> one(photo.caption().label());
      case "rating" -> one(photo.caption().rating() == null ? null : "" + photo.caption().rating());
      case "kind" -> many(kinds(photo.traits()));
      case "shape" -> {
        int compared = Integer.compare(photo.image().width(), photo.image().height());
        yield one(compared == 0 ? "square" : compared > 0 ? "landscape" : "portrait");
      }
      case "flash" ->
          one(
              photo.camera().settings().flash() == null
                  ? null
                  : photo.camera().settings().flash() ? "fired" : "off");
      case "confidence" -> one(date == null ? null : date.confidence().keyword());
      case "model" -> one("test@aaaaaaaaaaaa");
      default -> throw new AssertionError("facet " + facet);
    };
  }

  private static List<String> kinds(Traits traits) {
    List<String> kinds = new ArrayList<>();
    if (traits.panorama()) {
      kinds.add("panorama");
    }
    if (traits.screenshot()) {
      kinds.add("screenshot");
    }
    if (traits.livePhoto() != null) {
      kinds.add("live_photo");
    }
    if (traits.burst() != null) {
      kinds.add("burst");
    }
    return kinds;
  }

  private static Set<List<String>> one(String value) {
    return value == null ? Set.of() : Set.of(List.of(value));
  }

  private static Set<List<String>> many(List<String> values) {
    return new TreeSet<>(values).stream().map(List::of).collect(Collectors.toSet());
  }
}

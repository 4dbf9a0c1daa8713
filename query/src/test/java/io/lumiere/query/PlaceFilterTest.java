package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.lucene.geo.GeoEncodingUtils;
import org.apache.lucene.util.SloppyMath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Places, what photos have and their ratings: filters of the language keep what a look at each
 * photo keeps, on random photos, many at the poles and at the date line.
 */
class PlaceFilterTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());
  private static final double[] LATITUDES = {-90, -89.999, 0, 89.999, 90};
  private static final double[] LONGITUDES = {-180, -179.999, 0, 179.999, 180};
  private static final PlaceNames LISBON =
      new PlaceNames("PT", "Portugal", "Lisboa", "Lisbon", List.of("Lisbon", "Lisboa", "Portugal"));
  private static final PlaceNames KYOTO =
      new PlaceNames("JP", "Japan", "Kyoto Fu", "Kyoto", List.of("Kyoto", "京都", "Japan"));

  @TempDir Path folder;

  private record Case(String text, Predicate<Photo> keeps) {}

  private static double degrees(Random random, double[] edges) {
    double edge = edges[random.nextInt(edges.length)];
    double most = edges[edges.length - 1];
    double near = Math.clamp(edge + random.nextGaussian() * 0.01, -most, most);
    double degrees =
        switch (random.nextInt(3)) {
          case 0 -> edge;
          case 1 -> near;
          default -> (random.nextDouble() * 2 - 1) * most;
        };
    return Math.round(degrees * 1e4) / 1e4;
  }

  private static Photo photo(Random random, int i) {
    Place place =
        random.nextInt(4) == 0
            ? null
            : new Place(
                degrees(random, LATITUDES),
                degrees(random, LONGITUDES),
                random.nextBoolean() ? null : random.nextInt(3000) * 1.0,
                random.nextInt(3) == 0 ? null : random.nextBoolean() ? LISBON : KYOTO);
    Integer rating = List.of(0, -1, 1, 2, 3, 4, 5).get(random.nextInt(7));
    return Photo.builder(
            "id" + i,
            new PhotoFile("a/" + i + ".jpg", "b".repeat(64), 1, Instant.EPOCH),
            new ImageInfo(4, 3, 1, "jpeg"))
        .camera(Camera.builder().lens(random.nextBoolean() ? "50mm" : null).build())
        .place(place)
        .caption(
            Caption.builder()
                .title(random.nextBoolean() ? "a title" : null)
                .description(random.nextBoolean() ? "a description" : null)
                .keywords(random.nextBoolean() ? List.of("tag") : List.of())
                .rating(rating == 0 ? null : rating)
                .label(random.nextBoolean() ? "red" : null)
                .build())
        .build();
  }

  /** As the index holds it: to some millimetres. */
  private static boolean isAt(Photo photo, LatLonTest test) {
    Place place = photo.place();
    return place != null
        && test.passes(
            GeoEncodingUtils.decodeLatitude(GeoEncodingUtils.encodeLatitude(place.latitude())),
            GeoEncodingUtils.decodeLongitude(GeoEncodingUtils.encodeLongitude(place.longitude())));
  }

  private interface LatLonTest {
    boolean passes(double latitude, double longitude);
  }

  private static Case near(Random random) {
    double latitude = degrees(random, LATITUDES);
    double longitude = degrees(random, LONGITUDES);
    double metres = Math.round(Math.pow(10, random.nextDouble() * 7.3));
    return new Case(
        String.format(
            Locale.ROOT, "near:%s,%s,%sm", number(latitude), number(longitude), number(metres)),
        photo ->
            isAt(
                photo,
                (lat, lon) -> SloppyMath.haversinMeters(latitude, longitude, lat, lon) <= metres));
  }

  private static Case box(Random random) {
    double a = degrees(random, LATITUDES);
    double b = degrees(random, LATITUDES);
    double south = Math.min(a, b);
    double north = Math.max(a, b);
    double west = degrees(random, LONGITUDES);
    double east = degrees(random, LONGITUDES);
    return new Case(
        String.format(
            Locale.ROOT,
            "box:%s,%s,%s,%s",
            number(south),
            number(west),
            number(north),
            number(east)),
        photo ->
            isAt(
                photo,
                (lat, lon) ->
                    lat >= south
                        && lat <= north
                        && (west <= east
                            ? lon >= west && lon <= east
                            : lon >= west || lon <= east)));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }

  private static Case random(Random random) {
    int stars = 1 + random.nextInt(5);
    int metres = random.nextInt(3000);
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> near(random);
      case 3, 4, 5 -> box(random);
      case 6 -> new Case("has:gps", photo -> photo.place() != null);
      case 7 ->
          new Case(
              "place:kyoto", photo -> photo.place() != null && KYOTO.equals(photo.place().names()));
      case 8 ->
          new Case(
              "country:portugal",
              photo -> photo.place() != null && LISBON.equals(photo.place().names()));
      case 9 ->
          new Case(
              "rating:>=" + stars,
              photo -> photo.caption().rating() != null && photo.caption().rating() >= stars);
      case 10 ->
          new Case(
              "is:rejected",
              photo -> photo.caption().rating() != null && photo.caption().rating() == -1);
      case 11 -> new Case("altitude:>" + metres, photo -> isHigh(photo, metres + 1, 3000));
      case 12 ->
          new Case(
              "altitude:" + metres + ".." + (metres + 500),
              photo -> isHigh(photo, metres, metres + 500));
      default -> has(random);
    };
  }

  private static boolean isHigh(Photo photo, int from, int to) {
    Double altitude = photo.place() == null ? null : photo.place().altitude();
    return altitude != null && altitude >= from && altitude <= to;
  }

  private static Case has(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> new Case("has:rating", photo -> photo.caption().rating() != null);
      case 1 -> new Case("has:keywords", photo -> !photo.caption().keywords().isEmpty());
      case 2 ->
          new Case(
              "has:caption",
              photo -> photo.caption().title() != null || photo.caption().description() != null);
      case 3 -> new Case("has:label", photo -> photo.caption().label() != null);
      case 4 ->
          new Case(
              "has:altitude", photo -> photo.place() != null && photo.place().altitude() != null);
      default -> new Case("has:lens", photo -> photo.camera().lens() != null);
    };
  }

  @Test
  void filtersKeepWhatALookAtEachPhotoKeeps(@Seeded Random random) throws IOException {
    long seed = Seeds.ofRun();
    List<Photo> photos = new ArrayList<>();
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 400; i++) {
        photos.add(photo(random, i));
        archive.add(photos.getLast(), 1, 0, 0, 0);
        if (i % 150 == 0) {
          archive.commit();
        }
      }
      archive.addFailure("broken.jpg", "broken");
      archive.commit();
    }
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (int i = 0; i < 150; i++) {
        Case a = random(random);
        Case b = random(random);
        check(search, photos, a.text(), a.keeps(), seed);
        check(search, photos, "-" + a.text(), a.keeps().negate(), seed);
        check(
            search, photos, a.text() + " OR -" + b.text(), a.keeps().or(b.keeps().negate()), seed);
      }
    }
  }

  private static void check(
      PhotoSearch search, List<Photo> photos, String text, Predicate<Photo> keeps, long seed) {
    TreeSet<String> expected =
        photos.stream().filter(keeps).map(Photo::id).collect(Collectors.toCollection(TreeSet::new));
    SearchRequest request =
        SearchRequest.builder().query(PARSER.parse(text).orThrow()).limit(1000).build();
    TreeSet<String> found =
        search.search(request).hits().stream()
            .map(hit -> hit.photo().id())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(found).as("'%s', seed %d", text, seed).isEqualTo(expected);
  }
}

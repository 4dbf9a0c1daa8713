package io.lumiere.exchange;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Reading;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Photos with every field that the schema has, each there by chance; the same for one seed. */
final class RichPhotos {
  static final EmbeddingModel FIRST = new EmbeddingModel("first", "a1".repeat(32), 16);
  static final EmbeddingModel SECOND = new EmbeddingModel("second", "b2".repeat(32), 5);

  private static final String[] WORDS = {
    "sea",
    "Łódź",
    "日落",
    "a \"quoted\" word",
    "line\nbreak",
    "tab\t",
    "é\u0301",
    "🌅",
    " ",
    "",
    "\\",
    "null",
    "0"
  };

  private final Random random;

  RichPhotos(long seed) {
    this.random = new Random(seed);
  }

  /** A photo; {@code number} makes its id and path. */
  Photo photo(int number) {
    Place place = maybe(this::place);
    return Photo.builder(
            "id-" + number,
            new PhotoFile(
                "trips/Straße " + number % 7 + "/DSC0" + number + "_oldTown.jpg",
                String.format("%064x", random.nextLong() & Long.MAX_VALUE),
                random.nextLong(1L << 40),
                Instant.ofEpochMilli(random.nextLong(-1L << 40, 1L << 42)),
                maybe(() -> "xmp:" + random.nextInt()),
                new Reading(
                    maybe(this::word), maybe(random::nextLong), maybe(() -> taken().local()))),
            new ImageInfo(
                1 + random.nextInt(9000),
                1 + random.nextInt(9000),
                1 + random.nextInt(8),
                "jpeg",
                maybe(() -> random.nextInt(1 << 24))))
        .taken(maybe(this::taken))
        .camera(camera())
        .place(place)
        .named(place == null ? maybe(this::names) : null)
        .caption(caption())
        .traits(
            new Traits(
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> random.nextBoolean() ? Traits.EMBEDDED : "a/b.mov"),
                maybe(() -> "burst " + random.nextInt(5))))
        .notes(many())
        .build();
  }

  /** A unit vector. */
  float[] vector(EmbeddingModel model) {
    float[] vector = new float[model.dimension()];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) random.nextGaussian();
      squares += (double) vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(squares));
    }
    return vector;
  }

  boolean chance() {
    return random.nextInt(3) > 0;
  }

  private Taken taken() {
    ZoneOffset offset = maybe(() -> ZoneOffset.ofTotalSeconds(random.nextInt(-50_000, 50_000)));
    return new Taken(
        LocalDateTime.ofEpochSecond(
            random.nextLong(-1L << 31, 1L << 31), random.nextInt(1000) * 1_000_000, ZoneOffset.UTC),
        offset,
        offset == null ? null : "gps-time",
        "exif-digitized",
        any(Confidence.values()),
        any(Precision.values()));
  }

  private Camera camera() {
    return Camera.builder()
        .make(maybe(this::word))
        .model(maybe(this::word))
        .serial(maybe(this::word))
        .lens(maybe(this::word))
        .iso(maybe(() -> random.nextInt(100_000)))
        .aperture(maybe(random::nextFloat))
        .exposure(maybe(random::nextDouble))
        .focalLength(maybe(() -> 1000 * random.nextFloat()))
        .focalLength35(maybe(() -> 1e-7f * random.nextFloat()))
        .flash(maybe(random::nextBoolean))
        .software(maybe(this::word))
        .build();
  }

  private Place place() {
    return new Place(
        random.nextDouble(-90, 90),
        random.nextDouble(-180, 180),
        maybe(() -> random.nextDouble(-400, 8000)),
        maybe(this::names));
  }

  private PlaceNames names() {
    return new PlaceNames("PT", maybe(this::word), maybe(this::word), "Faro", many());
  }

  private Caption caption() {
    return Caption.builder()
        .title(maybe(this::word))
        .description(maybe(() -> word() + " " + word()))
        .keywords(many())
        .people(many())
        .creators(many())
        .copyright(maybe(this::word))
        .rating(maybe(() -> 1 + random.nextInt(5)))
        .label(maybe(this::word))
        .build();
  }

  private List<String> many() {
    List<String> words = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      words.add(word());
    }
    return words;
  }

  private String word() {
    return any(WORDS);
  }

  private <T> T any(T[] values) {
    return values[random.nextInt(values.length)];
  }

  private <T> T maybe(Supplier<T> value) {
    return chance() ? value.get() : null;
  }
}

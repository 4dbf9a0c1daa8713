package io.lumiere.examples.cluster;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.IndexModels;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import io.lumiere.schema.store.PhotoWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.VectorUtil;
import org.jspecify.annotations.Nullable;

/** Photos with every field that the schema has, each there by chance, in a directory. */
final class RandomPhotos {
  static final IndexMetadata METADATA =
      new IndexMetadata(
          IndexModels.of(new EmbeddingModel("first", "a1".repeat(32), 16))
              .with(new EmbeddingModel("second", "b2".repeat(32), 5)),
          "/archive of mine\\ü");

  private final Random random;
  private final RandomTexts texts;

  RandomPhotos(Random random) {
    this.random = random;
    this.texts = new RandomTexts(random);
  }

  /**
   * Writes photos {@code 0..count-1}, in several segments, and records that are not photos between
   * them.
   */
  void write(Path index, int count) {
    write(index, count, true);
  }

  /**
   * Writes photos {@code 0..count-1}, in several segments, and nothing else: the index knows no
   * more words than its photos have, as a collection does that they are copied to.
   */
  void writeOnlyPhotos(Path index, int count) {
    write(index, count, false);
  }

  private void write(Path index, int count, boolean hasMore) {
    try (PhotoWriter writer = PhotoWriter.open(index, () -> false, "nothing is lost")) {
      writer.describe(METADATA);
      for (int number = 0; number < count; number++) {
        add(writer, number);
        if (number % (count / 3 + 1) == 0) {
          if (hasMore) {
            writer.replace(
                List.of(new Term(Fields.FAILURE_PATH, "bad " + number)),
                PhotoDocuments.toFailure("bad " + number, "cut off", 1, Instant.EPOCH));
          }
          writer.commit();
        }
      }
      if (hasMore) {
        writer.delete(List.of(new Term(Fields.ID, id(1))));
      }
      writer.commit();
    }
  }

  /** Writes one photo again, which now is another. */
  void change(Path index, int number) {
    try (PhotoWriter writer = PhotoWriter.openExisting(index, () -> false, "nothing is lost")) {
      add(writer, number);
      writer.commit();
    }
  }

  static String id(int number) {
    return "id-" + number;
  }

  private void add(PhotoWriter writer, int number) {
    Map<String, float[]> vectors = new TreeMap<>();
    vectors.put(Fields.VECTOR, vector(16));
    if (random.nextBoolean()) {
      vectors.put("vector_2", vector(5));
    }
    writer.replace(
        List.of(new Term(Fields.ID, id(number))),
        PhotoDocuments.toDocument(photo(number), vectors));
  }

  private Photo photo(int number) {
    return Photo.builder(
            id(number),
            new PhotoFile(
                texts.name() + "/" + texts.name() + number + ".jpg",
                String.format("%064x", random.nextLong() & Long.MAX_VALUE),
                random.nextLong(1L << 40),
                Instant.ofEpochMilli(random.nextLong(-1L << 40, 1L << 42))),
            new ImageInfo(
                1 + random.nextInt(9000),
                1 + random.nextInt(9000),
                1 + random.nextInt(8),
                "jpeg",
                maybe(() -> random.nextInt(1 << 24))))
        .taken(maybe(this::taken))
        .camera(camera())
        .place(maybe(this::place))
        .caption(caption())
        .traits(
            new Traits(
                random.nextBoolean(),
                random.nextBoolean(),
                maybe(() -> "a/b.mov"),
                maybe(() -> "burst " + random.nextInt(5))))
        .notes(several())
        .build();
  }

  private float[] vector(int dimension) {
    return vector(random, dimension);
  }

  static float[] vector(Random random, int dimension) {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return VectorUtil.l2normalize(vector);
  }

  private Taken taken() {
    ZoneOffset offset = maybe(() -> ZoneOffset.ofTotalSeconds(random.nextInt(-50_000, 50_000)));
    return new Taken(
        LocalDateTime.ofEpochSecond(
            random.nextLong(-1L << 31, 1L << 31), random.nextInt(1000) * 1_000_000, ZoneOffset.UTC),
        offset,
        offset == null ? null : "gps-time",
        "exif",
        one(List.of(Confidence.values())),
        one(List.of(Precision.values())));
  }

  private Camera camera() {
    return Camera.builder()
        .make(maybe(texts::name))
        .model(maybe(texts::name))
        .lens(maybe(texts::name))
        .iso(maybe(() -> random.nextInt(100_000)))
        .aperture(maybe(random::nextFloat))
        .exposure(maybe(random::nextDouble))
        .focalLength(maybe(() -> 1000 * random.nextFloat()))
        .flash(maybe(random::nextBoolean))
        .build();
  }

  private Place place() {
    return new Place(
        random.nextDouble(-90, 90),
        random.nextDouble(-180, 180),
        maybe(() -> random.nextDouble(-400, 8000)),
        maybe(() -> new PlaceNames("PT", maybe(texts::name), null, "Faro", several())));
  }

  private Caption caption() {
    return Caption.builder()
        .title(maybe(texts::text))
        .description(maybe(texts::text))
        .keywords(several())
        .people(several())
        .creators(several())
        .copyright(maybe(texts::text))
        .rating(maybe(() -> random.nextInt(1, 6)))
        .label(maybe(texts::name))
        .build();
  }

  private List<String> several() {
    return new ArrayList<>(
        IntStream.range(0, random.nextInt(3)).mapToObj(i -> texts.text()).toList());
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextInt(3) == 0 ? null : value.get();
  }
}

package io.lumiere.bench;

import io.lumiere.base.EmbeddingModel;
import io.lumiere.bench.data.InventedPlaces;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Traits;
import io.lumiere.schema.Words;
import io.lumiere.schema.store.PhotoCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/**
 * An index of invented photos whose fields are filled as those of a family's archive are: days of
 * many photos, bursts, a few cameras, places, names in some of the captions. Vectors are noise
 * around some centres. The same numbers come every time.
 */
final class SyntheticArchive {
  /** The length of vectors where nothing else is asked for. */
  static final int DIMENSION = 384;

  private static final int CENTRES = 500;
  private static final int CITIES = 200;
  private static final int VOCABULARY = 5_000;
  private static final int PHOTOS_A_DAY = 25;
  private static final int PHOTOS_A_BURST = 5;

  private final Random random = new Random(1);
  private final float[][] centres = new float[CENTRES][];
  private final int dimension;
  private final PhotoFiles files;

  /** What photo {@code number} is a file of, and its pixels. */
  interface PhotoFiles {
    PhotoFile file(int number);

    ImageInfo image(int number);
  }

  /** An archive whose vectors have a length; a million short ones are written in a few minutes. */
  SyntheticArchive(int dimension) {
    this.dimension = dimension;
    this.files = new Nowhere();
    Arrays.setAll(centres, i -> near(new float[dimension], 1));
  }

  /** An archive of these files. */
  SyntheticArchive(int dimension, PhotoFiles files) {
    this.dimension = dimension;
    this.files = files;
    Arrays.setAll(centres, i -> near(new float[dimension], 1));
  }

  /** A unit vector to search for: near one of the centres. */
  float[] target() {
    return near(centres[random.nextInt(CENTRES)], 0.5f);
  }

  /** A word that some captions hold. */
  String word() {
    return word(random.nextInt(50));
  }

  int year() {
    return 2001 + random.nextInt(20);
  }

  /** Writes {@code count} photos into a new index, unless the folder is there. */
  void write(Path index, int count) throws IOException {
    if (Files.exists(index)) {
      return;
    }
    write(index, count, Path.of("/photos"));
  }

  /** Writes {@code count} photos of files below {@code root} into a new index. */
  void write(Path index, int count, Path root) throws IOException {
    IndexMetadata metadata =
        new IndexMetadata(
            new EmbeddingModel("synthetic", "0".repeat(64), dimension), root.toString());
    IndexWriterConfig config =
        new IndexWriterConfig(Words.analyzer()).setCodec(new PhotoCodec()).setRAMBufferSizeMB(256);
    try (FSDirectory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, config)) {
      writer.setLiveCommitData(metadata.toUserData().entrySet());
      for (int first = 0; first < count; first += PHOTOS_A_DAY) {
        writeDay(writer, first, Math.min(count, first + PHOTOS_A_DAY));
      }
    }
  }

  private void writeDay(IndexWriter writer, int from, int to) throws IOException {
    LocalDateTime morning = LocalDateTime.of(2001, 1, 1, 9, 0).plusDays(random.nextInt(20 * 365));
    int camera = random.nextInt(20);
    Place place = random.nextInt(10) < 6 ? InventedPlaces.city(random.nextInt(CITIES)) : null;
    float[] vector = target();
    for (int i = from; i < to; i++) {
      boolean bursts = i - from < PHOTOS_A_BURST && from % (10 * PHOTOS_A_DAY) == 0;
      vector = bursts && i > from ? near(vector, 0.1f) : target();
      LocalDateTime taken = morning.plusSeconds(bursts ? i - from : random.nextInt(36_000));
      Photo photo = photo(i, taken, camera, place, bursts ? "burst-" + from : null);
      writer.addDocument(PhotoDocuments.toDocument(photo, vector));
    }
  }

  private Photo photo(
      int i, LocalDateTime taken, int camera, @Nullable Place place, @Nullable String burst) {
    return Photo.builder("id-" + i, files.file(i), files.image(i))
        .taken(new Taken(taken, null, "exif"))
        .camera(
            Camera.builder()
                .make("Maker")
                .model("Model " + camera)
                .lens("Lens " + random.nextInt(8))
                .iso(100)
                .aperture(2.8f)
                .exposure(0.01)
                .focalLength(35f)
                .build())
        .place(place)
        .caption(caption())
        .traits(new Traits(false, false, null, burst))
        .build();
  }

  /** Files that no one ever reads. */
  private final class Nowhere implements PhotoFiles {
    @Override
    public PhotoFile file(int number) {
      String folder = random.nextInt(50) == 0 ? "beach holiday" : "folder " + number / 100;
      return new PhotoFile(
          folder + "/IMG_" + number + ".jpg",
          String.format("%064x", number),
          1_000_000 + random.nextInt(9_000_000),
          Instant.EPOCH);
    }

    @Override
    public ImageInfo image(int number) {
      return new ImageInfo(4000, 3000, 1, random.nextInt(5) == 0 ? "heic" : "jpeg");
    }
  }

  private Caption caption() {
    List<String> keywords = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      keywords.add(rareWord());
    }
    boolean told = random.nextInt(3) == 0;
    return Caption.builder()
        .title(told ? rareWord() + " " + rareWord() : null)
        .description(told ? sentence() : null)
        .keywords(keywords)
        .rating(random.nextInt(4) == 0 ? 1 + random.nextInt(5) : null)
        .build();
  }

  private String sentence() {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      sentence.append(rareWord()).append(' ');
    }
    return sentence.toString();
  }

  /** The n-th word comes about as often as one in n, as in any language. */
  private String rareWord() {
    return word((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
  }

  /** Made of syllables, so that words are as like each other as words are. */
  private static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = 37 * number + 1_000; rest > 0; rest /= 40) {
      word.append("bdfgklmnprst".charAt(rest % 40 % 12)).append("aeiou".charAt(rest % 40 / 8));
    }
    return word.toString();
  }

  /** A unit vector at {@code centre} plus noise of about {@code spread} in length. */
  private float[] near(float[] centre, float spread) {
    float[] vector = new float[centre.length];
    double squares = 0;
    for (int i = 0; i < vector.length; i++) {
      vector[i] = centre[i] + (float) (spread * random.nextGaussian() / Math.sqrt(vector.length));
      squares += vector[i] * vector[i];
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= (float) Math.sqrt(squares);
    }
    return vector;
  }
}

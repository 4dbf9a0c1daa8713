package io.lumiere.bench.data;

import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;

/** Writes the files of a {@link Dataset}. */
final class DatasetWriter {
  private static final long SEED = 20_260_101;

  private DatasetWriter() {}

  /** Writes an archive of {@code count} photos, unless one as large is there. */
  static void write(Dataset data, RealEmbeddings real, int count) throws IOException {
    if (data.count() >= count) {
      return;
    }
    Files.createDirectories(data.folder());
    Files.deleteIfExists(data.folder().resolve("words.txt"));
    PhotoGenerator photos = new PhotoGenerator(real, data.dimension(), SEED);
    Random captions = new Random(SEED);
    Random numbers = new Random(SEED + 4);
    try (FloatRows.Writer vectors = new FloatRows.Writer(data.vectors(), data.dimension());
        DataOutputStream columns =
            new DataOutputStream(
                new BufferedOutputStream(
                    Files.newOutputStream(data.folder().resolve("photos.i32"))));
        BufferedWriter lines = Files.newBufferedWriter(data.captions())) {
      for (int i = 0; i < count; i++) {
        PhotoGenerator.Made photo = photos.next();
        vectors.write(photo.vector());
        columns.writeInt(Integer.reverseBytes(numbers.nextInt(Filters.RANDOM_BOUND)));
        columns.writeInt(Integer.reverseBytes(photo.scene()));
        columns.writeInt(Integer.reverseBytes(photo.event()));
        columns.writeInt(Integer.reverseBytes(photo.burst() ? 1 : 0));
        lines.append(Captions.caption(photo.scene(), captions)).append('\n');
      }
    }
    writeQueries(data, photos);
  }

  private static void writeQueries(Dataset data, PhotoGenerator photos) throws IOException {
    Random random = new Random(SEED + 5);
    photos.showSearchedScenes();
    try (FloatRows.Writer queries =
        new FloatRows.Writer(data.folder().resolve("queries.f32"), data.dimension())) {
      for (int i = 0; i < Dataset.QUERIES; i++) {
        queries.write(photos.text(i));
      }
      for (int i = 0; i < Dataset.QUERIES; i++) {
        queries.write(photos.query(random));
      }
    }
    Path unfinished = data.folder().resolve("words.unfinished");
    try (BufferedWriter lines = Files.newBufferedWriter(unfinished)) {
      for (int i = 0; i < Dataset.QUERIES; i++) {
        lines.append(Captions.search(random.nextInt(100), random)).append('\n');
      }
    }
    Files.move(unfinished, data.folder().resolve("words.txt"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** Writes numbers as all files here have them. */
  static void writeInts(Path file, int[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(numbers);
    Files.write(file, bytes.array());
  }
}

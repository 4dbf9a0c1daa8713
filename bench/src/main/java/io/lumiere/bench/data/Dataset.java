package io.lumiere.bench.data;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The files of an archive in a folder, of which an archive of n photos is the first n rows.
 *
 * <ul>
 *   <li>{@code vectors.f32}: a row of floats for each photo
 *   <li>{@code photos.i32}: four numbers for each: random (0 to 999,999), scene, event, burst (0,
 *       1)
 *   <li>{@code captions.txt}: a line for each; most are empty
 *   <li>{@code queries.f32}: {@value #QUERIES} vectors of texts, then {@value #QUERIES} of photos
 *   <li>{@code words.txt}: the words of a search beside each text
 *   <li>{@code truth-N.i32}, {@code truth-N.f32}: see {@link ExactNeighbours}
 * </ul>
 *
 * Immutable and thread-safe.
 *
 * @param folder where they are
 * @param dimension of the vectors
 */
public record Dataset(Path folder, int dimension) {
  /** How many texts, and how many photos, are there to search for. */
  public static final int QUERIES = 200;

  /** How many numbers {@code photos.i32} has for a photo. */
  public static final int COLUMNS = 4;

  public Path vectors() {
    return folder.resolve("vectors.f32");
  }

  /** Texts first, then photos. */
  public float[][] queries() throws IOException {
    return FloatRows.readAll(folder.resolve("queries.f32"), dimension);
  }

  /** {@value #COLUMNS} for each photo. */
  public IntBuffer columns() throws IOException {
    try (FileChannel channel = FileChannel.open(folder.resolve("photos.i32"))) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer();
    }
  }

  public Path captions() {
    return folder.resolve("captions.txt");
  }

  /** The words to search for beside each text. */
  public List<String> words() throws IOException {
    return Files.readAllLines(folder.resolve("words.txt"));
  }

  /** How many photos are there; 0 where nothing is. */
  public int count() throws IOException {
    Path done = folder.resolve("words.txt");
    return Files.exists(done) ? Math.toIntExact(Files.size(vectors()) / (4L * dimension)) : 0;
  }
}

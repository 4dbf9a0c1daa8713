package io.lumiere.bench.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.apache.lucene.util.VectorUtil;

/**
 * Makes the data that all programs are measured with, and says what they are like. Arguments: the
 * folder, the model's folder, a folder of photos (missing: only painted scenes), the dimension, and
 * one or more sizes of archives.
 */
public final class DataCommand {
  private DataCommand() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int dimension = Integer.parseInt(args[3]);
    int[] sizes = Arrays.stream(args).skip(4).mapToInt(Integer::parseInt).sorted().toArray();
    Dataset data = new Dataset(folder.resolve("d" + dimension), dimension);
    RealEmbeddings real = RealEmbeddings.of(folder, Path.of(args[1]), Path.of(args[2]));
    DatasetWriter.write(data, real, sizes[sizes.length - 1]);
    for (int size : sizes) {
      ExactNeighbours.write(data, size);
      String statistics = statistics(data, size);
      Files.writeString(data.folder().resolve("about-" + size + ".txt"), statistics);
      System.out.print(statistics);
    }
  }

  private static String statistics(Dataset data, int count) throws IOException {
    float[][] cosines =
        FloatRows.readAll(
            data.folder().resolve("truth-" + count + ".f32"), ExactNeighbours.NEAREST);
    float[][] queries = data.queries();
    int half = Dataset.QUERIES;
    float[][] some = new float[1_000][data.dimension()];
    float[] neighbours = new float[some.length];
    try (FloatRows vectors = FloatRows.open(data.vectors(), data.dimension())) {
      for (int i = 0; i < some.length; i++) {
        vectors.read((int) ((long) i * count / some.length), some[i]);
      }
    }
    for (int i = 0; i < some.length; i++) {
      neighbours[i] = dot(some[i], some[(i + some.length / 2) % some.length]);
    }
    float[] far = new float[half];
    for (int i = 0; i < half; i++) {
      far[i] = dot(queries[i], some[i]);
    }
    return String.format(
        Locale.ROOT,
        "%,d photos, %d dimensions; cosines, 10th, 50th, 90th percentile:%n  two photos %s%n  a"
            + " text and a photo %s%n  a text and its nearest photo %s, its 100th %s%n  a photo"
            + " that is not in the archive and its nearest %s, its 100th %s%n",
        count,
        data.dimension(),
        percentiles(neighbours),
        percentiles(far),
        percentiles(column(cosines, 0, half, 0)),
        percentiles(column(cosines, 0, half, 99)),
        percentiles(column(cosines, half, 2 * half, 0)),
        percentiles(column(cosines, half, 2 * half, 99)));
  }

  private static float[] column(float[][] rows, int from, int to, int column) {
    float[] values = new float[to - from];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows[from + i][column];
    }
    return values;
  }

  private static float dot(float[] a, float[] b) {
    return VectorUtil.dotProduct(a, b);
  }

  private static String percentiles(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "%.2f %.2f %.2f",
        sorted[sorted.length / 10],
        sorted[sorted.length / 2],
        sorted[sorted.length * 9 / 10]);
  }
}

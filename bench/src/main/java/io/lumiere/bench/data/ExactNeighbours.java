package io.lumiere.bench.data;

import io.lumiere.bench.data.Filters.Filter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * The exact nearest photos of every query under every filter, by comparing all vectors: what recall
 * is measured against. {@code truth-N.i32} holds, for each filter of {@link Filters#all}, for each
 * query, {@value #NEAREST} rows of {@code vectors.f32}, the nearest first; -1 where fewer pass.
 * {@code truth-N.f32} holds their cosines. Thread-safe.
 */
public final class ExactNeighbours {
  /** How many are kept. */
  public static final int NEAREST = 100;

  private static final int BLOCK = 256;

  private final List<Filter> filters = Filters.all();
  private final Dataset data;
  private final int count;
  private final float[][] queries;
  private final IntBuffer columns;

  private ExactNeighbours(Dataset data, int count) throws IOException {
    this.data = data;
    this.count = count;
    this.queries = data.queries();
    this.columns = data.columns();
  }

  /** Computes them for the first {@code count} photos, unless they are there. */
  static void write(Dataset data, int count) throws IOException {
    if (!Files.exists(file(data, count))) {
      new ExactNeighbours(data, count).write();
    }
  }

  private static Path file(Dataset data, int count) {
    return data.folder().resolve("truth-" + count + ".i32");
  }

  /** The rows of {@code truth-N.i32}. */
  public static int[][][] read(Dataset data, int count) throws IOException {
    IntBuffer rows =
        ByteBuffer.wrap(Files.readAllBytes(file(data, count)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    int[][][] read = new int[Filters.all().size()][2 * Dataset.QUERIES][NEAREST];
    for (int[][] filter : read) {
      for (int[] query : filter) {
        rows.get(query);
      }
    }
    return read;
  }

  private void write() throws IOException {
    int parts = Runtime.getRuntime().availableProcessors();
    List<Nearest[][]> found =
        IntStream.range(0, parts).parallel().mapToObj(part -> part(part, parts)).toList();
    List<Integer> rows = new ArrayList<>();
    try (FloatRows.Writer cosines =
        new FloatRows.Writer(data.folder().resolve("truth-" + count + ".f32"), NEAREST)) {
      for (int f = 0; f < filters.size(); f++) {
        for (int q = 0; q < queries.length; q++) {
          Nearest all = new Nearest();
          for (Nearest[][] part : found) {
            part[f][q].addTo(all);
          }
          float[] line = new float[NEAREST];
          for (int row : all.sorted(line)) {
            rows.add(row);
          }
          cosines.write(line);
        }
      }
    }
    DatasetWriter.writeInts(file(data, count), rows.stream().mapToInt(Integer::intValue).toArray());
  }

  private Nearest[][] part(int part, int parts) {
    Nearest[][] nearest = new Nearest[filters.size()][queries.length];
    for (Nearest[] filter : nearest) {
      Arrays.setAll(filter, i -> new Nearest());
    }
    int end = (int) ((part + 1L) * count / parts);
    float[][] block = new float[BLOCK][data.dimension()];
    try (FloatRows vectors = FloatRows.open(data.vectors(), data.dimension())) {
      for (int row = (int) ((long) part * count / parts); row < end; row += BLOCK) {
        compare(vectors, row, Math.min(BLOCK, end - row), block, nearest);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return nearest;
  }

  private void compare(FloatRows vectors, int first, int size, float[][] block, Nearest[][] to)
      throws IOException {
    boolean[][] keeps = new boolean[size][filters.size()];
    for (int i = 0; i < size; i++) {
      vectors.read(first + i, block[i]);
      int random = columns.get(Dataset.COLUMNS * (first + i));
      for (int f = 0; f < filters.size(); f++) {
        keeps[i][f] = filters.get(f).keeps(random, Filters.day(first + i, count));
      }
    }
    for (int q = 0; q < queries.length; q++) {
      for (int i = 0; i < size; i++) {
        float cosine = VectorUtil.dotProduct(queries[q], block[i]);
        for (int f = 0; f < filters.size(); f++) {
          if (keeps[i][f]) {
            to[f][q].add(first + i, cosine);
          }
        }
      }
    }
  }

  /** The nearest of those that were added: a heap whose top is the farthest. */
  private static final class Nearest {
    private final float[] cosines = new float[NEAREST];
    private final int[] rows = new int[NEAREST];
    private int size;

    void add(int row, float cosine) {
      if (size < NEAREST) {
        rise(size++, row, cosine);
      } else if (cosine > cosines[0]) {
        sink(row, cosine);
      }
    }

    void addTo(Nearest all) {
      for (int i = 0; i < size; i++) {
        all.add(rows[i], cosines[i]);
      }
    }

    /** The rows, the nearest first; then -1. Their cosines go into {@code into}. */
    int[] sorted(float[] into) {
      int[] sorted =
          IntStream.range(0, size)
              .boxed()
              .sorted((a, b) -> Float.compare(cosines[b], cosines[a]))
              .mapToInt(Integer::intValue)
              .toArray();
      int[] found = new int[NEAREST];
      Arrays.fill(found, -1);
      for (int i = 0; i < size; i++) {
        found[i] = rows[sorted[i]];
        into[i] = cosines[sorted[i]];
      }
      return found;
    }

    private void rise(int place, int row, float cosine) {
      int at = place;
      while (at > 0 && cosines[(at - 1) / 2] > cosine) {
        put(at, rows[(at - 1) / 2], cosines[(at - 1) / 2]);
        at = (at - 1) / 2;
      }
      put(at, row, cosine);
    }

    private void sink(int row, float cosine) {
      int at = 0;
      for (int child = 1; child < NEAREST; child = 2 * at + 1) {
        if (child + 1 < NEAREST && cosines[child + 1] < cosines[child]) {
          child++;
        }
        if (cosines[child] >= cosine) {
          break;
        }
        put(at, rows[child], cosines[child]);
        at = child;
      }
      put(at, row, cosine);
    }

    private void put(int at, int row, float cosine) {
      rows[at] = row;
      cosines[at] = cosine;
    }
  }
}

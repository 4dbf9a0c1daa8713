package io.lumiere.bench.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetWriterTest {
  private static final int DIMENSION = 8;

  @TempDir Path folder;

  /** What was computed for a small archive is kept when it grows, so its queries must be, too. */
  @Test
  void anArchiveThatGrowsIsSearchedForTheSame() throws IOException {
    Dataset data = new Dataset(folder, DIMENSION);
    DatasetWriter.write(data, real(), 200);
    byte[] queries = Files.readAllBytes(folder.resolve("queries.f32"));
    byte[] words = Files.readAllBytes(folder.resolve("words.txt"));
    byte[] vectors = Files.readAllBytes(data.vectors());
    DatasetWriter.write(data, real(), 10_000);
    assertThat(data.count()).isEqualTo(10_000);
    assertThat(Arrays.copyOf(Files.readAllBytes(data.vectors()), vectors.length))
        .isEqualTo(vectors);
    assertThat(Files.readAllBytes(folder.resolve("queries.f32"))).isEqualTo(queries);
    assertThat(Files.readAllBytes(folder.resolve("words.txt"))).isEqualTo(words);
  }

  /** Two crops of each picture. */
  private static RealEmbeddings real() {
    Random random = new Random(1);
    float[][] images = new float[40][];
    Arrays.setAll(images, i -> Vec.random(DIMENSION, random));
    int[] pictures = new int[images.length];
    Arrays.setAll(pictures, i -> i / 2);
    float[][] texts = new float[10][];
    Arrays.setAll(texts, i -> Vec.random(DIMENSION, random));
    return new RealEmbeddings(images, pictures, texts);
  }
}

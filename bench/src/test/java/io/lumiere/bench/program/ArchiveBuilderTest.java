package io.lumiere.bench.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.bench.data.Dataset;
import io.lumiere.bench.data.FloatRows;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoVectors;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An index that is built in several steps, or by several threads, is the one that is built at once.
 */
class ArchiveBuilderTest {
  private static final int PHOTOS = 60;
  private static final int DIMENSION = 8;

  @TempDir Path folder;

  private final List<String> vectors = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private Dataset data;

  /** All rows differ; each third has a caption, as most have none. */
  @BeforeEach
  void writeData() throws IOException {
    data = new Dataset(folder, DIMENSION);
    ByteBuffer columns =
        ByteBuffer.allocate(4 * Dataset.COLUMNS * PHOTOS).order(ByteOrder.LITTLE_ENDIAN);
    try (FloatRows.Writer rows = new FloatRows.Writer(data.vectors(), DIMENSION)) {
      for (int row = 0; row < PHOTOS; row++) {
        double angle = .02 * row;
        float[] vector = new float[DIMENSION];
        vector[row % 2] = (float) Math.cos(angle);
        vector[2 + row % 6] = (float) Math.sin(angle);
        vectors.add(Arrays.toString(vector));
        rows.write(vector);
        captions.add(row % 3 == 0 ? "scene words of " + row : "");
        columns.putInt(1_000 + row).putInt(row % 7).putInt(row / 5).putInt(row % 4 == 0 ? 0 : 1);
      }
    }
    Files.write(data.folder().resolve("photos.i32"), columns.array());
    Files.write(data.captions(), captions);
  }

  @Test
  void eachPhotoHasItsCaptionAndItsVector() throws Exception {
    Path index = build(PHOTOS);
    Map<String, Found> found = read(index);
    assertThat(found).hasSize(PHOTOS);
    for (int row = 0; row < PHOTOS; row++) {
      Found photo = found.get("id-" + row);
      assertThat(photo.vector()).as("vector %s", row).isEqualTo(vectors.get(row));
      assertThat(photo.photo().caption().description())
          .as("caption %s", row)
          .isEqualTo(captions.get(row).isEmpty() ? null : captions.get(row));
      assertThat(photo.photo().camera().settings().iso()).isEqualTo(1_000 + row);
    }
  }

  @Test
  void severalStepsGiveWhatOneGives() throws Exception {
    Map<String, Found> atOnce = read(build(PHOTOS));
    // The second step ends within a burst, and the third has nothing to add.
    Map<String, Found> inSteps = read(build(1, 23, 23, PHOTOS));
    assertThat(inSteps).usingRecursiveComparison().isEqualTo(atOnce);
  }

  @Test
  void severalThreadsGiveWhatOneGives() throws Exception {
    Map<String, Found> byOne = read(build(PHOTOS));
    Map<String, Found> byThree = read(build(3, new int[] {2, 30, PHOTOS}));
    assertThat(byThree).usingRecursiveComparison().isEqualTo(byOne);
  }

  @Test
  void aStepEndsWhereItIsAskedTo() throws Exception {
    Map<String, Found> part = read(build(1, 23));
    assertThat(part).hasSize(23).containsKeys("id-0", "id-22");
  }

  /** An index that is built up to each of these rows in turn. */
  private Path build(int... ends) throws Exception {
    return build(1, ends);
  }

  private Path build(int threads, int[] ends) throws Exception {
    Path index = Files.createTempDirectory(folder, "index");
    for (int end : ends) {
      new ArchiveBuilder(data, PHOTOS).write(index, end, threads);
    }
    return index;
  }

  private record Found(Photo photo, String vector) {}

  /** By id, each of which comes once. */
  private static Map<String, Found> read(Path index) throws IOException {
    Map<String, Found> photos = new TreeMap<>();
    try (FSDirectory directory = FSDirectory.open(index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (int doc = 0; doc < reader.maxDoc(); doc++) {
        Photo photo = PhotoDocuments.read(reader.storedFields(), doc);
        float[] vector = PhotoVectors.read(reader, doc, Fields.VECTOR);
        assertThat(photos.put(photo.id(), new Found(photo, Arrays.toString(vector)))).isNull();
      }
      assertThat(reader.numDocs()).isEqualTo(reader.maxDoc());
    }
    return photos;
  }
}

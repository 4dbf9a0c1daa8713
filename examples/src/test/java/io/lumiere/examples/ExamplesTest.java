package io.lumiere.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Normalizer2;
import io.lumiere.base.EmbeddingModel;
import io.lumiere.base.LumiereException;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoDocuments;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Taken;
import io.lumiere.schema.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples run as their own programs, from source, with nothing but what they say on their
 * class path, against an index that this build's Lucene wrote.
 */
class ExamplesTest {
  private static final EmbeddingModel MODEL = new EmbeddingModel("test", "a".repeat(64), 2);

  @TempDir static Path index;

  static Stream<String> lucenes() {
    return Arrays.stream(System.getProperty("example.lucenes").split(" "));
  }

  @BeforeAll
  static void writeIndex() throws IOException {
    try (var writer =
        new IndexWriter(FSDirectory.open(index), new IndexWriterConfig(Words.analyzer()))) {
      writer.addDocument(PhotoDocuments.toFailure("broken.jpg", "cut off", 1, Instant.EPOCH));
      writer.addDocument(photo("2020/lake.jpg", "2020-12-31T23:59:59", 1, 0));
      writer.commit(); // a second segment
      writer.addDocument(photo("2021/lakeside.jpg", "2021-01-01T00:00", 1, 0.1f));
      writer.addDocument(photo("2021/OldTown.jpg", "2021-12-31T23:59:59", 0, 1));
      writer.addDocument(photo("2022/lake.jpg", "2022-01-01T00:00", 1, 0));
      writer.setLiveCommitData(new IndexMetadata(MODEL, "/archive").toUserData().entrySet());
      writer.commit();
    }
  }

  private static org.apache.lucene.document.Document photo(
      String path, String taken, float x, float y) {
    float length = (float) Math.hypot(x, y);
    return PhotoDocuments.toDocument(
        Photo.builder(
                "id of " + path,
                new PhotoFile(path, "b".repeat(64), 1, Instant.EPOCH),
                new ImageInfo(4, 3, 1, "jpeg"))
            .taken(new Taken(LocalDateTime.parse(taken), null, "exif"))
            .build(),
        new float[] {x / length, y / length});
  }

  @ParameterizedTest
  @MethodSource("lucenes")
  void luceneCoreAloneFindsNeighboursWithinAYear(String lucene) throws Exception {
    assertThat(run("lucene-only/SearchPhotos.java", List.of(Program.lucene(lucene)), "2021"))
        .containsExactly("0.995 2021/lakeside.jpg", "0.000 2021/OldTown.jpg");
  }

  @Test
  void aYearWithoutPhotosHasNoNeighbours() throws Exception {
    // By one Lucene: each run starts two Javas, and the year with photos is asked of all of them.
    List<String> lucene = List.of(Program.lucene(lucenes().findFirst().orElseThrow()));
    assertThat(run("lucene-only/SearchPhotos.java", lucene, "1999")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("lucenes")
  void theQueryModuleEmbedsASearch(String lucene) throws Exception {
    List<String> classPath = queryAndWhatItNeeds(lucene);
    assertThat(run("embed/EmbedSearch.java", classPath, "town", "2021"))
        .containsExactly(
            "1 0.810 2021/OldTown.jpg",
            "  like 2021/lakeside.jpg",
            "  like 2020/lake.jpg",
            "  like 2022/lake.jpg");
  }

  @Test
  void theQueryModuleBringsNoNativeCode() throws IOException {
    for (String part : queryAndWhatItNeeds(System.getProperty("example.lucenes").split(" ")[0])) {
      assertThat(filesIn(Path.of(part)))
          .as(part)
          .isNotEmpty()
          .noneMatch(name -> name.matches("(?i).*\\.(so|dll|dylib|jnilib|a)(\\..*)?"))
          .noneMatch(name -> name.contains("bytedeco") || name.contains("com/sun/jna"));
    }
  }

  private static List<String> filesIn(Path part) throws IOException {
    if (Files.isDirectory(part)) {
      try (Stream<Path> files = Files.walk(part)) {
        return files.map(Path::toString).toList();
      }
    }
    try (ZipFile jar = new ZipFile(part.toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }

  /** All that the embedding example runs with, which shows that it is enough. */
  private static List<String> queryAndWhatItNeeds(String lucene) {
    return List.of(
        Program.lucene(lucene),
        Program.codeOf(ICUFoldingFilter.class),
        Program.codeOf(KStemFilter.class),
        Program.codeOf(Normalizer2.class),
        Program.codeOf(PhotoSearch.class),
        Program.codeOf(Photo.class),
        Program.codeOf(LumiereException.class));
  }

  private static List<String> run(String source, List<String> classPath, String... args)
      throws Exception {
    // No vector module here: another application need not add it.
    Program.Run run = new Program(classPath).add(source).add(index.toString()).add(args).run();
    assertThat(run.status()).as(run.err()).isZero();
    return run.out();
  }
}

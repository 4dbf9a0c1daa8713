package io.lumiere.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.Seeded;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An index that is exported whole and imported again is the same, to the last bit. */
class RoundTripTest {
  private static final int PHOTOS = 300;

  @TempDir static Path folder;
  private static Path plain;
  private static Path odd;

  @TempDir Path temp;

  @BeforeAll
  static void write(@Seeded long seed) {
    plain = folder.resolve("plain");
    odd = folder.resolve("odd");
    TestIndex.write(plain, seed, PHOTOS);
    TestIndex.write(odd, seed + 1, PHOTOS, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos.jsonl", "photos.jsonl.gz", "photos.ndjson", "photos.parquet"})
  void theSameIndexComesBack(String name) {
    Path file = temp.resolve(name);
    ExportReport exported = Exchange.export(plain, file, ExportOptions.DEFAULTS);
    assertThat(exported.photos()).isEqualTo(PHOTOS);

    ImportReport report = Exchange.load(file, temp.resolve("copy"), ImportOptions.DEFAULTS);
    assertThat(report.photos()).isEqualTo(PHOTOS);
    assertThat(report.added()).isEqualTo(PHOTOS);
    assertThat(report.incomplete()).isZero();
    assertSame(plain, temp.resolve("copy"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"photos.jsonl", "photos.parquet"})
  void anOddIndexComesBack(String name) {
    Path file = temp.resolve(name);
    ExportReport exported = Exchange.export(odd, file, ExportOptions.DEFAULTS.withFailures(true));
    assertThat(exported.photos()).isEqualTo(PHOTOS - 2);
    assertThat(exported.failures()).isEqualTo(5);

    Exchange.load(file, temp.resolve("copy"), ImportOptions.DEFAULTS);
    assertSame(odd, temp.resolve("copy"));
  }

  @Test
  void importingAgainChangesNothing() {
    Path file = temp.resolve("photos.jsonl");
    Exchange.export(odd, file, ExportOptions.DEFAULTS.withFailures(true));
    Path copy = temp.resolve("copy");
    Exchange.load(file, copy, ImportOptions.DEFAULTS);
    ImportReport second = Exchange.load(file, copy, ImportOptions.DEFAULTS);
    assertThat(second.added()).isZero();
    assertThat(second.replaced()).isEqualTo(PHOTOS - 2);
    assertThat(second.photos()).isEqualTo(PHOTOS - 2);
    assertSame(odd, copy);
  }

  @Test
  void vectorsComeLaterToAnIndexWithoutThem() {
    Path bare = temp.resolve("bare.jsonl");
    Exchange.export(plain, bare, ExportOptions.DEFAULTS.withVectors(false));
    Path copy = temp.resolve("copy");
    Exchange.load(bare, copy, ImportOptions.DEFAULTS);
    Path vectors = temp.resolve("vectors.jsonl");
    Exchange.export(
        plain,
        vectors,
        ExportOptions.DEFAULTS.withFields(java.util.List.of("id", "path", "vector")));
    ImportReport report = Exchange.load(vectors, copy, ImportOptions.DEFAULTS.withUpdate(true));
    assertThat(report.replaced()).isEqualTo(PHOTOS);
    assertThat(report.incomplete()).isZero();
    assertSame(plain, copy);
  }

  private static void assertSame(Path expected, Path actual) {
    assertThat(Contents.read(actual)).isEqualTo(Contents.read(expected));
    assertThat(Contents.userData(actual)).isEqualTo(Contents.userData(expected));
  }
}

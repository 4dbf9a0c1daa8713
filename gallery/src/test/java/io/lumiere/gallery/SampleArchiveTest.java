package io.lumiere.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.lang.GeoLocation;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.GpsDirectory;
import io.lumiere.gallery.internal.samples.Sample;
import io.lumiere.gallery.internal.samples.SampleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleArchiveTest {
  private static final int SMALL = 96;
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private Path shared;
  private SampleArchive.Result made;

  @BeforeAll
  void paint(@TempDir Path dir) {
    shared = dir;
    made = paint(shared, new ArrayList<>());
  }

  private static SampleArchive.Result paint(Path dir, List<String> progress) {
    return SampleArchive.create(dir, List.of(), progress::add, SMALL);
  }

  @Test
  void paintsEverySampleOfTheTable() {
    int samples = SampleTable.painted().size();
    assertThat(made.painted()).isTrue();
    assertThat(SampleArchive.isPainted(shared)).isTrue();
    assertThat(made.photos()).isEqualTo(samples).isEqualTo(made.written());
    assertThat(made.credits())
        .singleElement()
        .asString()
        .startsWith("Lumiere (as Lumiere itself): sunset-sea, ");
    // More than a page of search results.
    assertThat(samples).isGreaterThan(20);
  }

  @Test
  void everyPhotoDecodesAndSaysWhatTheTableSays() throws Exception {
    for (Sample sample : SampleTable.painted()) {
      Path file = shared.resolve(sample.target());
      assertThat(ImageIO.read(file.toFile()).getWidth()).as(sample.target()).isEqualTo(SMALL);

      Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
      ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
      assertThat(exif.getDateOriginal().toInstant()).isEqualTo(sample.taken().toInstant());
      assertThat(exif.getString(ExifSubIFDDirectory.TAG_TIME_ZONE_ORIGINAL))
          .isEqualTo(sample.taken().getOffset().getId().replace("Z", "+00:00"));
      assertThat(exif.getString(ExifSubIFDDirectory.TAG_LENS_MODEL))
          .isEqualTo(sample.camera().lens());
      assertThat(exif.getInt(ExifSubIFDDirectory.TAG_ISO_EQUIVALENT))
          .isEqualTo(sample.exposure().iso());
      assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_FNUMBER))
          .isCloseTo(sample.exposure().aperture(), Offset.offset(1e-6));
      assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_FOCAL_LENGTH))
          .isCloseTo(sample.exposure().focalLength(), Offset.offset(1e-6));
      assertThat(exif.getDouble(ExifSubIFDDirectory.TAG_EXPOSURE_TIME))
          .isCloseTo(
              (double) sample.exposure().seconds().numerator()
                  / sample.exposure().seconds().denominator(),
              Offset.offset(1e-9));

      ExifIFD0Directory image = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
      assertThat(image.getString(ExifIFD0Directory.TAG_MAKE)).isEqualTo(sample.camera().make());
      assertThat(image.getString(ExifIFD0Directory.TAG_MODEL)).isEqualTo(sample.camera().model());

      assertThat(position(metadata)).as(sample.target()).isEqualTo(sample.position().isPresent());
      sample.position().ifPresent(position -> assertPosition(metadata, position));
    }
  }

  private static boolean position(Metadata metadata) {
    return metadata.getFirstDirectoryOfType(GpsDirectory.class) != null;
  }

  private static void assertPosition(Metadata metadata, Sample.Position position) {
    GeoLocation found = metadata.getFirstDirectoryOfType(GpsDirectory.class).getGeoLocation();
    assertThat(found.getLatitude()).isCloseTo(position.latitude(), Offset.offset(1e-5));
    assertThat(found.getLongitude()).isCloseTo(position.longitude(), Offset.offset(1e-5));
  }

  @Test
  void uprightScenesAreStoredSidewaysAsPhonesDo() throws Exception {
    Path file = shared.resolve("2019/Balcony/DSC_1901.jpg");
    Metadata metadata = ImageMetadataReader.readMetadata(file.toFile());
    assertThat(
            metadata
                .getFirstDirectoryOfType(ExifIFD0Directory.class)
                .getInt(ExifIFD0Directory.TAG_ORIENTATION))
        .isEqualTo(6);
  }

  @Test
  void manifestListsEveryPhotoAndNothingElse() throws IOException {
    List<String> lines = Files.readAllLines(shared.resolve("manifest.tsv"));
    assertThat(lines.getFirst()).startsWith("path\ttitle\tsource\tauthor\tlicence\tnote");
    assertThat(lines.stream().skip(1).map(line -> line.split("\t")[0]))
        .containsExactlyInAnyOrderElementsOf(photosIn(shared));
    assertThat(lines.stream().skip(1))
        .allSatisfy(line -> {
          assertThat(line.split("\t")).hasSize(8).doesNotContain("");
          assertThat(line).contains("are invented samples");
        });
  }

  @Test
  void captionsSpeakOfEveryPhoto() throws IOException {
    List<String> lines = Files.readAllLines(shared.resolve("captions.tsv"));
    assertThat(lines).allMatch(line -> line.matches("[^\t]+\\.jpg\t[^\t]{3,}"));
    assertThat(lines.stream().map(line -> line.split("\t")[0]).distinct())
        .containsExactlyInAnyOrderElementsOf(photosIn(shared));
  }

  @Test
  void sunsetsOf2021AreSomeOfTheSunsets() throws IOException {
    List<String> sunsets =
        Files.readAllLines(shared.resolve("captions.tsv")).stream()
            .filter(line -> line.endsWith("\tsunset"))
            .toList();
    long of2021 = sunsets.stream().filter(line -> line.startsWith("2021/")).count();
    assertThat(of2021).isBetween(3L, sunsets.size() - 3L);
  }

  @Test
  void foldersAgreeWithTheYearTaken() {
    List<Sample> samples = new ArrayList<>(SampleTable.painted());
    samples.addAll(SampleTable.photos());
    assertThat(samples)
        .filteredOn(sample -> sample.target().matches("\\d{4}/.*"))
        .hasSizeGreaterThan(50)
        .allMatch(sample -> sample.target().startsWith(sample.taken().getYear() + "/"));
  }

  @Test
  void secondRunChangesNothing(@TempDir Path dir) throws IOException {
    paint(dir, new ArrayList<>());
    Map<Path, byte[]> before = contents(dir);
    for (Path file : before.keySet()) {
      Files.setLastModifiedTime(file, LONG_AGO);
    }

    List<String> progress = new ArrayList<>();
    assertThat(paint(dir, progress).written()).isZero();

    assertThat(progress).hasSize(made.photos()).allMatch(line -> line.endsWith("(unchanged)"));
    assertThat(contents(dir)).containsExactlyInAnyOrderEntriesOf(before);
    for (Path file : before.keySet()) {
      assertThat(Files.getLastModifiedTime(file)).isEqualTo(LONG_AGO);
    }
  }

  @Test
  void missingAndDamagedPhotosAreMadeAgainAndOthersLeftAlone(@TempDir Path dir) throws IOException {
    paint(dir, new ArrayList<>());
    Map<Path, byte[]> before = contents(dir);
    List<Sample> samples = SampleTable.painted();
    Files.delete(dir.resolve(samples.get(0).target()));
    Files.writeString(dir.resolve(samples.get(1).target()), "damaged");
    Path own = Files.writeString(dir.resolve("2021/my own.jpg"), "not ours");

    assertThat(paint(dir, new ArrayList<>()).written()).isEqualTo(2);

    assertThat(Files.readString(own)).isEqualTo("not ours");
    Files.delete(own);
    assertThat(contents(dir)).containsExactlyInAnyOrderEntriesOf(before);
  }

  @Test
  void takesThePhotosOfThePackagesAndReplacesTheirMetadata(@TempDir Path dir, @TempDir Path debian)
      throws Exception {
    paint(dir, new ArrayList<>());
    List<Path> painted = photosIn(dir).stream().map(dir::resolve).toList();
    pretendPackages(debian, SampleTable.photos().size());

    SampleArchive.Result result = SampleArchive.create(dir, List.of(debian), line -> {}, SMALL);

    assertThat(result.painted()).isFalse();
    assertThat(SampleArchive.isPainted(dir)).isFalse();
    assertThat(result.photos()).isEqualTo(SampleTable.photos().size()).isEqualTo(result.written());
    assertThat(result.credits())
        .contains(
            "Ian Hex (LGPLv3): EveningGlow",
            "Sander Klootwijk (CC-BY-SA-4.0): Bridge",
            "Aitzol Berasategi (CC-BY-4.0): Aitzgorri in November, life, The lookouts,"
                + " picosdeeuropa, sunset");
    assertThat(painted).allMatch(Files::notExists, "scenes painted before are gone");
    for (Sample sample : SampleTable.photos()) {
      Metadata metadata = ImageMetadataReader.readMetadata(dir.resolve(sample.target()).toFile());
      assertThat(metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)).hasSize(1);
      assertThat(
              metadata
                  .getFirstDirectoryOfType(ExifSubIFDDirectory.class)
                  .getDateOriginal()
                  .toInstant())
          .isEqualTo(sample.taken().toInstant());
    }
    assertThat(Files.readString(dir.resolve("manifest.tsv")))
        .contains("Jean-François Fortin Tam", "plasma-workspace-wallpapers:", "CC-BY-SA-4.0");
  }

  @Test
  void paintsWhereTooFewPhotosAreFound(@TempDir Path dir, @TempDir Path debian) throws IOException {
    pretendPackages(debian, SampleArchive.FEWEST_PHOTOS - 1);
    List<String> progress = new ArrayList<>();

    SampleArchive.Result result = SampleArchive.create(dir, List.of(debian), progress::add, SMALL);

    assertThat(result.painted()).isTrue();
    assertThat(progress.getFirst()).contains("only 24 of the sample photos", debian.toString());
  }

  @Test
  void namesTheFolderThatIsNotThere(@TempDir Path dir) {
    Path missing = dir.resolve("unpacked");
    assertThatThrownBy(() -> SampleArchive.create(dir, List.of(missing), line -> {}, SMALL))
        .isInstanceOf(GalleryException.class)
        .hasMessageContaining(missing + " is not a folder");
  }

  @Test
  void namesThePhotoThatIsNotJpeg(@TempDir Path dir, @TempDir Path debian) throws IOException {
    pretendPackages(debian, 30);
    Sample damaged = SampleTable.photos().get(7);
    Files.writeString(debian.resolve(damaged.sourceName()), "no picture");
    assertThatThrownBy(() -> SampleArchive.create(dir, List.of(debian), line -> {}, SMALL))
        .isInstanceOf(GalleryException.class)
        .hasMessageContaining(damaged.target())
        .hasMessageContaining(damaged.source());
    assertThat(dir.resolve("manifest.tsv")).doesNotExist();
  }

  /** Puts painted pictures, with metadata that must not survive, where the packages' photos are. */
  private void pretendPackages(Path debian, int count) throws IOException {
    byte[] jpeg = Files.readAllBytes(shared.resolve(SampleTable.painted().getFirst().target()));
    for (Sample sample : SampleTable.photos().subList(0, count)) {
      Path file = debian.resolve(sample.sourceName());
      Files.createDirectories(file.getParent());
      Files.write(file, jpeg);
    }
  }

  private static List<String> photosIn(Path dir) throws IOException {
    try (Stream<Path> files = Files.walk(dir)) {
      return files
          .filter(file -> file.toString().endsWith(".jpg"))
          .map(file -> dir.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static Map<Path, byte[]> contents(Path dir) throws IOException {
    Map<Path, byte[]> contents = new HashMap<>();
    try (Stream<Path> files = Files.walk(dir)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return contents;
  }
}

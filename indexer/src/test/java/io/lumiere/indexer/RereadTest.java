package io.lumiere.indexer;

import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.indexer.internal.metadata.CompanionFiles;
import io.lumiere.indexer.internal.metadata.Exif;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photos that seem to be as they were, and are read again. */
class RereadTest {
  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void photos() {
    work = new Workspace(temp).withPhotos("p", 3);
    Pictures.write(work.file("dated.jpg"), dated("2021:07:04 12:00:00"));
    Pictures.write(work.file("rated.jpg"), 7);
    Pictures.write(work.file("rated.xmp"), CompanionFiles.xmp("<xmp:Rating>3</xmp:Rating>"));
  }

  private static byte[] dated(String date) {
    return new Exif().text(PHOTO, 0x9003, date).into(Pictures.jpeg(5));
  }

  private Photo photo(String path) {
    return work.open().photos().get(path);
  }

  private long size(String path) throws IOException {
    return Files.size(work.file(path));
  }

  /** As {@code exiftool -P} does. */
  private void editInSecret(String path, byte[] bytes) throws IOException {
    FileTime time = Files.getLastModifiedTime(work.file(path));
    assertThat(bytes).hasSize((int) size(path));
    Path copy = temp.resolve("copy");
    Files.write(copy, bytes);
    Files.setLastModifiedTime(copy, time);
    Files.move(copy, work.file(path), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private void requireChangeTimes() {
    assumeThat(temp.getFileSystem().supportedFileAttributeViews()).contains("unix");
  }

  @Test
  void editsThatKeepSizeAndTimeAreNoticed() throws IOException {
    requireChangeTimes();
    work.run();
    String id = photo("dated.jpg").id();
    editInSecret("dated.jpg", dated("1999:07:04 12:00:00"));
    editInSecret("rated.xmp", CompanionFiles.xmp("<xmp:Rating>5</xmp:Rating>"));

    IndexReport report = work.run();

    assertThat(photo("dated.jpg").taken().iso()).isEqualTo("1999-07-04T12:00:00");
    assertThat(photo("dated.jpg").id()).isEqualTo(id);
    assertThat(photo("rated.jpg").caption().rating()).isEqualTo(5);
    assertThat(report.counts().updated()).isEqualTo(1);
    assertThat(report.counts().reread()).isEqualTo(1);
    assertThat(work.encoder.calls).as("the content of one is new").hasValue(1);
    assertThat(work.run().counts().bytes()).isZero();
  }

  @Test
  void otherChangesOfAFileCostALookAtItsContentOnce() throws IOException {
    requireChangeTimes();
    work.run();
    Files.setPosixFilePermissions(
        work.file("dated.jpg"), PosixFilePermissions.fromString("rw-r-----"));
    Files.createLink(temp.resolve("link"), work.file("p/0.jpg"));

    IndexReport report = work.run();

    assertThat(report.counts().reread()).isEqualTo(2);
    assertThat(report.counts().unchanged()).isEqualTo(5);
    assertThat(report.counts().bytes()).isEqualTo(size("dated.jpg") + size("p/0.jpg"));
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(work.run().counts().bytes()).isZero();
  }

  @Test
  void anIndexThatKnowsNoChangeTimesIsLeftAlone() {
    work.run();
    RewrittenIndex.rewrite(
        work.index,
        file -> RewrittenIndex.with(file, new Reading(file.reading().by(), null, null)));

    assertThat(work.run().counts().bytes()).isZero();
  }

  @Test
  void anotherReadersMetadataAreReadAgainWithoutDecodingOrEncoding() throws Exception {
    work.run();
    // Its pixels cannot be decoded, as a run would say that tried.
    byte[] broken = "no picture".getBytes(UTF_8);
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(broken));
    FileTime time = Files.getLastModifiedTime(work.file("p/0.jpg"));
    Files.write(work.file("p/0.jpg"), broken);
    Files.setLastModifiedTime(work.file("p/0.jpg"), time);
    Pictures.write(work.file("p/1.jpg"), 1001);
    RewrittenIndex.rewrite(
        work.index,
        file ->
            new PhotoFile(
                file.path(),
                file.path().equals("p/0.jpg") ? hash : file.contentHash(),
                file.path().equals("p/0.jpg") ? broken.length : file.size(),
                file.modified(),
                file.sidecars(),
                new Reading("2||", null, null)));

    IndexReport report = work.run();

    assertThat(report.counts().reread()).isEqualTo(4);
    assertThat(report.counts().updated()).as("its content is new").isEqualTo(1);
    assertThat(report.failures()).isEmpty();
    assertThat(work.encoder.calls).hasValue(1);
    assertThat(photo("p/0.jpg").file().reading().by()).isNotEqualTo("2||");
    assertThat(work.run().counts().bytes()).isZero();
  }

  @Test
  void aRereadThatWasStoppedGoesOn() throws IOException {
    work.run();
    Map<String, Photo> expected = work.open().photos();
    Set<String> old = Set.of("p/1.jpg", "rated.jpg");
    RewrittenIndex.rewrite(
        work.index,
        file -> old.contains(file.path()) ? RewrittenIndex.with(file, Reading.UNKNOWN) : file);

    IndexReport report = work.run();

    assertThat(report.counts().reread()).isEqualTo(2);
    assertThat(report.counts().bytes()).isEqualTo(size("p/1.jpg") + size("rated.jpg"));
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(work.open().photos()).isEqualTo(expected);
  }

  @Test
  void whatSomebodyNamesIsReadAgain() throws IOException {
    work.run();
    Reread named = Reread.of(work.archive, List.of(Path.of("p"), work.file("dated.jpg")));
    assertThat(named.paths()).containsExactly("p", "dated.jpg");

    IndexReport report = work.run(IndexerOptions.DEFAULTS.withReread(named));
    assertThat(report.counts().reread()).isEqualTo(4);
    assertThat(report.counts().bytes())
        .isEqualTo(size("dated.jpg") + size("p/0.jpg") + size("p/1.jpg") + size("p/2.jpg"));
    assertThat(work.encoder.calls).hasValue(0);

    assertThat(work.run(IndexerOptions.DEFAULTS.withReread(Reread.ALL)).counts().reread())
        .isEqualTo(5);
    assertThat(Reread.of(work.archive, List.of(work.archive))).isEqualTo(Reread.ALL);
  }

  @Test
  void whatIsNotThereIsNamed() {
    work.run();
    assertThatThrownBy(() ->
            work.run(
                IndexerOptions.DEFAULTS.withReread(
                    Reread.of(work.archive, List.of(Path.of("q"), Path.of("p"))))))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("no photo at q in")
        .hasFieldOrPropertyWithValue("fault", Fault.NO_PHOTO_TO_READ);
    assertThatThrownBy(() -> Reread.of(work.archive, List.of(temp.resolve("elsewhere"))))
        .isInstanceOf(LumiereException.class)
        .hasMessageContainingAll("elsewhere", "is not in", work.archive.toString());
  }

  @Test
  void filesThatFailedAreTriedAgainWhereSomebodyNamesThem() throws IOException {
    Files.writeString(work.file("broken.jpg"), "no picture");
    work.run();
    IndexerOptions named =
        IndexerOptions.DEFAULTS.withReread(Reread.of(work.archive, List.of(Path.of("broken.jpg"))));

    IndexReport report = work.run(named);

    assertThat(report.failures()).hasSize(1);
    assertThat(report.counts().reread()).isZero();
  }
}

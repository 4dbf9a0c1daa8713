package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Sha256;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedFileTest {
  /** Begins as a JPEG. */
  private static final byte[] CONTENT = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

  @TempDir private Path temp;
  private Path root;
  private Path outside;

  @BeforeEach
  void archive() throws IOException {
    root = Files.createDirectories(temp.resolve("photos"));
    Files.createDirectories(root.resolve("trip"));
    Files.write(root.resolve("trip/a.jpg"), CONTENT);
    outside = Files.write(temp.resolve("outside.jpg"), CONTENT);
  }

  private IndexedFile indexed(String path) throws IOException {
    Path file = root.resolve("trip/a.jpg");
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    return indexed(path, Sha256.of(CONTENT), modified);
  }

  private IndexedFile indexed(String path, String hash, Instant modified) {
    PhotoFile file = new PhotoFile(path, hash, CONTENT.length, modified);
    return new IndexedFile(root, Photo.builder("id", file, new ImageInfo(1, 1, 1, "jpeg")).build());
  }

  private static void assertRefused(IndexedFile file, int status, String reason) {
    assertThatThrownBy(file::path)
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessageContaining(reason);
    assertThatThrownBy(file::read)
        .isInstanceOfSatisfying(HttpProblem.class, e -> assertThat(e.status()).isEqualTo(status))
        .hasMessageContaining(reason);
  }

  @Test
  void whatWasIndexedIsServed() throws IOException {
    IndexedFile file = indexed("trip/a.jpg");
    assertThat(file.path()).isEqualTo(root.resolve("trip/a.jpg").toRealPath());
    assertThat(file.read()).isEqualTo(CONTENT);
  }

  @Test
  void aTouchedFileIsTheSame() throws IOException {
    Files.setLastModifiedTime(root.resolve("trip/a.jpg"), FileTime.fromMillis(5));
    IndexedFile file = indexed("trip/a.jpg", Sha256.of(CONTENT), Instant.ofEpochMilli(99));
    assertThat(file.path()).isEqualTo(root.resolve("trip/a.jpg").toRealPath());
  }

  @Test
  void anotherContentIsNot() throws IOException {
    IndexedFile file = indexed("trip/a.jpg");
    Files.write(root.resolve("trip/a.jpg"), new byte[] {9, 9, 9, 9});
    Files.setLastModifiedTime(root.resolve("trip/a.jpg"), FileTime.fromMillis(5));
    assertRefused(file, 410, "has changed since it was indexed");
    Files.write(root.resolve("trip/a.jpg"), new byte[] {1, 2, 3, 4, 5});
    assertRefused(file, 410, "has changed since it was indexed");
  }

  @Test
  void missingFilesAndFolders() throws IOException {
    assertRefused(indexed("trip/b.jpg"), 404, "not there any more");
    assertRefused(indexed("trip"), 404, "not there any more");
    IndexedFile file = indexed("trip/a.jpg");
    Files.move(root, temp.resolve("away"));
    assertRefused(file, 404, "is the disk that it is on connected?");
  }

  @Test
  void nothingOutsideOfTheArchive() throws IOException {
    assertRefused(indexed("../outside.jpg"), 404, "leads out of the archive");
    assertRefused(indexed("trip/../../outside.jpg"), 404, "leads out of the archive");
    assertRefused(indexed("trip/\0.jpg"), 404, "not there any more");
  }

  @Test
  void linksAreFollowed() throws IOException {
    Files.createSymbolicLink(root.resolve("inside.jpg"), Path.of("trip/a.jpg"));
    assertThat(indexed("inside.jpg").read()).isEqualTo(CONTENT);
    assertThat(indexed("inside.jpg").path()).isEqualTo(root.resolve("trip/a.jpg").toRealPath());
    Files.createSymbolicLink(root.resolve("circle.jpg"), Path.of("circle.jpg"));
    assertRefused(indexed("circle.jpg"), 404, "not there any more");
  }

  @Test
  void whatALinkOutOfTheArchiveLeadsToIsKnownByItsContentAlone() throws IOException {
    Files.createSymbolicLink(root.resolve("out.jpg"), outside);
    Files.createSymbolicLink(root.resolve("folder"), temp);
    for (String path : List.of("out.jpg", "folder/outside.jpg")) {
      assertThat(indexed(path).read()).isEqualTo(CONTENT);
      assertThat(indexed(path).path()).isEqualTo(outside.toRealPath());
    }
    IndexedFile indexed = indexed("out.jpg");
    byte[] another = CONTENT.clone();
    another[3]++;
    Files.write(outside, another);
    Files.setLastModifiedTime(outside, FileTime.from(indexed.photo().file().modified()));
    assertRefused(indexed, 410, "has changed since it was indexed");
  }

  @Test
  void aLinkOutOfTheArchiveToWhatIsNotAPhotoIsNotFollowed() throws IOException {
    byte[] secret = "root".getBytes(StandardCharsets.US_ASCII);
    Path file = Files.write(temp.resolve("secret"), secret);
    Files.createSymbolicLink(root.resolve("out.jpg"), file);
    // As a forged index says it, which knows what the file holds.
    Instant modified = Files.getLastModifiedTime(file).toInstant();
    IndexedFile forged = indexed("out.jpg", Sha256.of(secret), modified);
    assertRefused(forged, 404, "to a file that is not a photo");
  }

  @Test
  void theArchiveItselfMayBeReachedByALink() throws IOException {
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    IndexedFile file = indexed("trip/a.jpg");
    assertThat(new IndexedFile(link, file.photo()).read()).isEqualTo(CONTENT);
  }

  @Test
  void aHashThatIsNoneNamesNoFile() {
    assertThatThrownBy(() -> indexed("trip/a.jpg", "../../x", Instant.EPOCH))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("index it first");
  }
}

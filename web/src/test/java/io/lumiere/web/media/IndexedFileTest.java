package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Sha256;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedFileTest {
  private static final byte[] CONTENT = {1, 2, 3, 4};

  @TempDir private Path temp;
  private Path root;
  private Path secret;

  @BeforeEach
  void archive() throws IOException {
    root = Files.createDirectories(temp.resolve("photos"));
    Files.createDirectories(root.resolve("trip"));
    Files.write(root.resolve("trip/a.jpg"), CONTENT);
    secret = Files.write(temp.resolve("secret.jpg"), CONTENT);
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
    assertRefused(indexed("../secret.jpg"), 404, "leads out of the archive");
    assertRefused(indexed("trip/../../secret.jpg"), 404, "leads out of the archive");
    assertRefused(indexed("trip/\0.jpg"), 404, "not there any more");
  }

  @Test
  void linksAreFollowedInsideTheArchiveAlone() throws IOException {
    Files.createSymbolicLink(root.resolve("inside.jpg"), Path.of("trip/a.jpg"));
    assertThat(indexed("inside.jpg").read()).isEqualTo(CONTENT);
    assertThat(indexed("inside.jpg").path()).isEqualTo(root.resolve("trip/a.jpg").toRealPath());
    Files.createSymbolicLink(root.resolve("out.jpg"), secret);
    assertRefused(indexed("out.jpg"), 404, "leads out of the archive");
    Files.createSymbolicLink(root.resolve("folder"), temp);
    assertRefused(indexed("folder/secret.jpg"), 404, "leads out of the archive");
    Files.createSymbolicLink(root.resolve("circle.jpg"), Path.of("circle.jpg"));
    assertRefused(indexed("circle.jpg"), 404, "not there any more");
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

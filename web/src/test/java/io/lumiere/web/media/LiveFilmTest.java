package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Sha256;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Traits;
import io.lumiere.web.http.Body;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The film beside a photo, where links lead to one or both of them. */
class LiveFilmTest {
  private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};
  private static final byte[] FILM = "\0\0\0\20ftypqt  ----".getBytes(StandardCharsets.ISO_8859_1);

  @TempDir private Path temp;
  private Path root;
  private Path disk;

  @BeforeEach
  void archive() throws IOException {
    root = Files.createDirectories(temp.resolve("photos"));
    disk = Files.createDirectories(temp.resolve("disk"));
    Files.write(disk.resolve("a.jpg"), JPEG);
    Files.write(disk.resolve("a.mov"), FILM);
  }

  private IndexedFile photo(String path, String film) throws IOException {
    PhotoFile file =
        new PhotoFile(
            path,
            Sha256.of(JPEG),
            JPEG.length,
            Files.getLastModifiedTime(root.resolve(path)).toInstant());
    return new IndexedFile(
        root,
        Photo.builder("id", file, new ImageInfo(1, 1, 1, "jpeg"))
            .traits(new Traits(false, false, film, null))
            .build());
  }

  private static Path served(IndexedFile photo) {
    return ((Body.Content) LiveFilm.reply(photo).body()).file();
  }

  @Test
  void bothInAFolderThatALinkLeadsTo() throws IOException {
    Files.createSymbolicLink(root.resolve("trip"), disk);
    assertThat(served(photo("trip/a.jpg", "trip/a.mov")))
        .isEqualTo(disk.resolve("a.mov").toRealPath());
    Files.writeString(disk.resolve("a.jpg"), "another photo");
    assertThatThrownBy(() -> served(photo("trip/a.jpg", "trip/a.mov")))
        .isInstanceOf(HttpProblem.class);
  }

  @Test
  void aLinkToAnotherFolderThanThePhotosIsNotFollowed() throws IOException {
    Files.write(root.resolve("a.jpg"), JPEG);
    Files.createSymbolicLink(root.resolve("a.mov"), disk.resolve("a.mov"));
    assertThatThrownBy(() -> served(photo("a.jpg", "a.mov")))
        .isInstanceOf(HttpProblem.class)
        .hasMessageContaining("not to the photo's folder");
  }
}

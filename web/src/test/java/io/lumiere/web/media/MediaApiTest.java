package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.Photo;
import io.lumiere.web.GalleryServer;
import io.lumiere.web.Limits;
import io.lumiere.web.Listen;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.RawHttp;
import io.lumiere.web.access.Access;
import io.lumiere.web.archives.Archives;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures over HTTP, as a browser and a hostile client ask for them. */
class MediaApiTest {
  private static final String TOKEN = "0123456789abcdef-token-of-programs";

  @TempDir private Path temp;
  private PaintedArchive painted;
  private Archives archives;
  private Thumbnails thumbnails;
  private GalleryServer server;

  @BeforeEach
  void start() throws IOException {
    painted = new PaintedArchive(temp);
    painted.paint("a/lake.jpg", "b/hill.png", "c/Straße \"1\".jpg");
    live();
    painted.indexTo(painted.index());
    archives = new Archives(painted.home(), painted.index());
    thumbnails = Thumbnails.in(temp.resolve("cache"));
    MediaApi media = new MediaApi(archives, thumbnails, Optional.of(fileManager()));
    server =
        GalleryServer.start(
            Listen.locally(0), new Access(TOKEN, null), Limits.DEFAULTS, List.of(media));
  }

  @AfterEach
  void close() {
    server.close();
    archives.close();
    thumbnails.close();
  }

  /** A photo with a film behind it, and one with a film beside it. */
  private void live() throws IOException {
    byte[] jpeg = Files.readAllBytes(painted.photos().resolve("a/lake.jpg"));
    ByteArrayOutputStream motion = new ByteArrayOutputStream();
    motion.writeBytes(jpeg);
    motion.writeBytes(film("isom", 300));
    Files.createDirectories(painted.photos().resolve("live"));
    Files.write(painted.photos().resolve("live/MVIMG_1.jpg"), motion.toByteArray());
  }

  private static byte[] film(String brand, int length) {
    byte[] film = new byte[length];
    ByteBuffer.wrap(film)
        .putInt(16)
        .put(("ftyp" + brand).getBytes(StandardCharsets.US_ASCII))
        .putInt(0)
        .putInt(length - 16)
        .put("mdat".getBytes(StandardCharsets.US_ASCII));
    return film;
  }

  private FileManager fileManager() {
    return new FileManager(
        List.of(file ->
            List.of(
                "/bin/sh",
                "-c",
                "printf %s \"$0\" >\"$1\"",
                file.toString(),
                temp.resolve("revealed").toString())));
  }

  private Photo photo(String path) {
    try (PhotoSearch search = PhotoSearch.open(painted.index())) {
      return search.find(path).orElseThrow();
    }
  }

  private String id(String path) {
    return photo(path).id();
  }

  private RawHttp.Answer ask(String method, String path, String... headers) throws IOException {
    StringBuilder request =
        new StringBuilder(method + " /api/v1" + path + " HTTP/1.1\r\n")
            .append("Host: 127.0.0.1:" + server.port() + "\r\n")
            .append("Authorization: Bearer " + TOKEN + "\r\n");
    for (String header : headers) {
      request.append(header).append("\r\n");
    }
    return RawHttp.once(server.port(), request + "\r\n");
  }

  private RawHttp.Answer get(String path, String... headers) throws IOException {
    return ask("GET", path, headers);
  }

  private String of(String path, String what) {
    return "/photos/" + id(path) + "/" + what;
  }

  @Test
  void thumbnailsAreKeptByBrowsers() throws IOException {
    String hash = photo("a/lake.jpg").file().contentHash();
    RawHttp.Answer small = get(of("a/lake.jpg", "thumbnail"));
    assertThat(small.status()).isEqualTo(200);
    assertThat(small.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(small.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(small.header("ETag")).startsWith("\"" + hash + "-small");
    assertThat(small.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(ImageIO.read(new ByteArrayInputStream(small.bytes())).getWidth()).isEqualTo(96);

    String version = "&v=" + hash.substring(0, 12);
    RawHttp.Answer large = get(of("a/lake.jpg", "thumbnail?size=large") + version);
    assertThat(large.header("Cache-Control")).contains("immutable");
    assertThat(large.header("ETag")).startsWith("\"" + hash + "-large");
    RawHttp.Answer again =
        get(of("a/lake.jpg", "thumbnail"), "If-None-Match: " + small.header("ETag"));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.bytes()).isEmpty();
    assertThat(get(of("a/lake.jpg", "thumbnail?v=000000000000")).header("Cache-Control"))
        .isEqualTo("private, no-cache");
    assertThat(get(of("a/lake.jpg", "thumbnail?size=huge")).status()).isEqualTo(400);
  }

  @Test
  void aThumbnailOutlivesTheDisk() throws IOException {
    byte[] before = get(of("a/lake.jpg", "thumbnail")).bytes();
    Files.move(painted.photos(), temp.resolve("unplugged"));
    assertThat(get(of("a/lake.jpg", "thumbnail")).bytes()).isEqualTo(before);
    RawHttp.Answer other = get(of("b/hill.png", "thumbnail"));
    assertThat(other.status()).isEqualTo(404);
    assertThat(other.body()).contains("is the disk that it is on connected?");
  }

  @Test
  void originalsByRanges() throws IOException {
    byte[] file = Files.readAllBytes(painted.photos().resolve("a/lake.jpg"));
    String path = of("a/lake.jpg", "original");
    RawHttp.Answer whole = get(path);
    assertThat(whole.bytes()).isEqualTo(file);
    assertThat(whole.header("Content-Type")).isEqualTo("image/jpeg");
    assertThat(whole.headers()).doesNotContainKey("content-disposition");
    RawHttp.Answer part = get(path, "Range: bytes=10-19");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(file, 10, 20));
    assertThat(get(path, "Range: bytes=-5").bytes())
        .isEqualTo(Arrays.copyOfRange(file, file.length - 5, file.length));
    RawHttp.Answer many = get(path, "Range: bytes=0-1,4-5");
    assertThat(many.header("Content-Type")).startsWith("multipart/byteranges");
    RawHttp.Answer beyond = get(path, "Range: bytes=" + file.length + "-");
    assertThat(beyond.status()).isEqualTo(416);
    assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + file.length);
  }

  @Test
  void downloadsHaveSafeNames() throws IOException {
    RawHttp.Answer answer = get(of("c/Straße \"1\".jpg", "original?download=true"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Stra_e _1_.jpg\"; filename*=UTF-8''Stra%C3%9Fe%20_1_.jpg");
  }

  @Test
  void whatIsNotWhatWasIndexedIsNotServed() throws IOException {
    Path file = painted.photos().resolve("a/lake.jpg");
    Files.writeString(file, "<script>alert(1)</script>");
    for (String what : List.of("thumbnail", "original", "original?download=true")) {
      RawHttp.Answer answer = get(of("a/lake.jpg", what));
      assertThat(answer.status()).as(what).isEqualTo(410);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
      assertThat(answer.body()).contains("has changed since it was indexed");
    }
    Files.delete(file);
    assertThat(get(of("a/lake.jpg", "original")).status()).isEqualTo(404);
    Path secret = Files.writeString(temp.resolve("secret"), "a secret of this machine");
    Files.createSymbolicLink(file, secret);
    for (String what : List.of("thumbnail", "original")) {
      RawHttp.Answer link = get(of("a/lake.jpg", what));
      assertThat(link.status()).isEqualTo(404);
      assertThat(link.body()).contains("leads out of the archive").doesNotContain("secret of");
    }
  }

  @Test
  void theFolderOfALinkToAnotherDiskHasPicturesAndFilms() throws IOException {
    Path disk = temp.resolve("disk");
    Files.move(painted.photos().resolve("live"), disk);
    Files.createSymbolicLink(painted.photos().resolve("live"), disk);
    painted.indexTo(painted.index());
    archives.refresh("photos");
    for (String what : List.of("thumbnail", "original", "film")) {
      assertThat(get(of("live/MVIMG_1.jpg", what)).status()).as(what).isEqualTo(200);
    }
  }

  @Test
  void onlyIdsOfTheIndex() throws IOException {
    for (String id :
        List.of("nothing", "a%2Flake.jpg", "a/lake.jpg", "..%2F..%2Fsecret", "%00", "lake.jpg")) {
      for (String what : List.of("thumbnail", "original", "film")) {
        assertThat(get("/photos/" + id + "/" + what).status()).as("%s %s", id, what).isIn(400, 404);
      }
    }
  }

  @Test
  void filmsInsidePhotos() throws IOException {
    RawHttp.Answer film = get(of("live/MVIMG_1.jpg", "film"));
    assertThat(film.status()).isEqualTo(200);
    assertThat(film.header("Content-Type")).isEqualTo("video/mp4");
    assertThat(film.bytes()).isEqualTo(film("isom", 300));
    RawHttp.Answer part = get(of("live/MVIMG_1.jpg", "film"), "Range: bytes=4-7");
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("ftyp");
    RawHttp.Answer none = get(of("b/hill.png", "film"));
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.body()).contains("this photo has no film");
  }

  @Test
  void aPhotoIsShownInTheFileManager() throws Exception {
    RawHttp.Answer answer = ask("POST", of("c/Straße \"1\".jpg", "reveal"), "Content-Length: 0");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(Files.readString(temp.resolve("revealed")))
        .isEqualTo(painted.photos().resolve("c/Straße \"1\".jpg").toRealPath().toString());
    assertThat(ask("POST", "/photos/nothing/reveal", "Content-Length: 0").status()).isEqualTo(404);
  }
}

package io.lumiere.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.web.GalleryServer;
import io.lumiere.web.Limits;
import io.lumiere.web.Listen;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.RawHttp;
import io.lumiere.web.access.Access;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.media.Thumbnails;
import io.lumiere.web.search.PhotoLists;
import io.lumiere.web.search.Searches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportApiTest {
  private static final String TOKEN = "0123456789abcdef-token-of-programs";

  @TempDir private Path temp;
  private PaintedArchive painted;
  private Archives archives;
  private Searches searches;
  private Thumbnails thumbnails;
  private GalleryServer server;

  @BeforeEach
  void start() {
    painted = new PaintedArchive(temp);
    painted.index("trip/b.jpg", "trip/a.png", "home/c.jpg");
    archives = new Archives(painted.home(), painted.index());
    searches = new Searches(archives, new NoLists());
    thumbnails = Thumbnails.in(temp.resolve("cache"));
    serve(ExportApi.MOST_BYTES);
  }

  private void serve(long mostBytes) {
    server =
        GalleryServer.start(
            Listen.locally(0),
            new Access(TOKEN, null),
            Limits.DEFAULTS,
            List.of(new ExportApi(searches, thumbnails, mostBytes)));
  }

  @AfterEach
  void close() {
    server.close();
    searches.close();
    archives.close();
    thumbnails.close();
  }

  /** Nobody made a list yet. */
  private static final class NoLists implements PhotoLists {
    @Override
    public Optional<List<String>> photosOf(OpenArchive archive, String list) {
      return Optional.empty();
    }

    @Override
    public List<Membership> listsOf(OpenArchive archive, String photo) {
      return List.of();
    }
  }

  private RawHttp.Answer get(String query) throws IOException {
    return RawHttp.once(
        server.port(),
        "GET /api/v1/export?"
            + query
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + server.port()
            + "\r\nAuthorization: Bearer "
            + TOKEN
            + "\r\n\r\n");
  }

  private List<String> names(RawHttp.Answer zip) throws IOException {
    List<String> names = new ArrayList<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip.bytes()));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      names.add(entry.getName());
      in.readAllBytes();
    }
    return names;
  }

  @Test
  void pathsInTheOrderOfTheSearch() throws IOException {
    RawHttp.Answer answer = get("format=paths&sort=name");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"photos.txt\"; filename*=UTF-8''photos.txt");
    assertThat(answer.body().lines().map(line -> Path.of(line).getFileName().toString()))
        .containsExactly("a.png", "b.jpg", "c.jpg");
    assertThat(answer.body().lines()).allMatch(line -> Files.exists(Path.of(line)));
  }

  @Test
  void theSearchNarrowsAllOfThem() throws IOException {
    String trip = "&q=path:trip/**";
    assertThat(get("format=paths" + trip).body().lines()).hasSize(2);
    assertThat(get("format=jsonl" + trip).body().lines()).hasSize(2);
    assertThat(names(get("format=zip&sort=name" + trip)))
        .containsExactly("trip/a.png", "trip/b.jpg");
    assertThat(names(get("format=zip&size=1024&sort=name" + trip)))
        .containsExactly("trip/a.jpg", "trip/b.jpg");
    assertThat(get("format=parquet" + trip).body()).startsWith("PAR1").endsWith("PAR1");
    assertThat(get("format=sheet" + trip).body()).contains("&middot; 2", "<b>a.png</b>");
  }

  @Test
  void nothingFoundIsAnEmptyFile() throws IOException {
    String none = "&q=path:nowhere/**";
    assertThat(get("format=paths" + none).body()).isEmpty();
    assertThat(get("format=jsonl" + none).status()).isEqualTo(200);
    assertThat(names(get("format=zip" + none))).isEmpty();
    assertThat(get("format=sheet" + none).body()).contains("</html>");
  }

  @Test
  void whatIsAskedForWronglyIsSaid() throws IOException {
    assertThat(get("q=x").status()).isEqualTo(400);
    assertThat(get("format=exe").status()).isEqualTo(400);
    assertThat(get("format=zip&size=9").status()).isEqualTo(400);
    assertThat(get("format=paths&q=date:nonsense").status()).isEqualTo(400);
  }

  @Test
  void aZipThatWouldBeTooLargeIsRefusedAtOnce() throws IOException {
    server.close();
    serve(10);
    RawHttp.Answer answer = get("format=zip");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body()).contains("choose fewer, or smaller copies");
  }
}

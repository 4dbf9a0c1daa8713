package io.lumiere.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Sha256;
import io.lumiere.images.thumbnail.ThumbnailSize;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.media.Thumbnails;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.lucene.util.RamUsageEstimator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportsTest {
  private static final String HOSTILE = "a/<img src=x onerror='alert(1)'> & \"b\".jpg";
  private static final List<String> NAMES =
      List.of(HOSTILE, "a/one.jpg", "A/One.jpg", "b/one.png", "b/日落.jpg");

  @TempDir private Path temp;
  private PaintedArchive painted;
  private PhotoSearch search;
  private Thumbnails thumbnails;

  @BeforeEach
  void index() {
    painted = new PaintedArchive(temp);
    painted.index(NAMES.toArray(String[]::new));
    search = PhotoSearch.open(painted.index());
    thumbnails = Thumbnails.in(temp.resolve("cache"));
  }

  @AfterEach
  void close() {
    search.close();
    thumbnails.close();
  }

  /** All photos, by their names. */
  private Hits hits() {
    SearchRequest request =
        SearchRequest.builder().sort(SearchRequest.Sort.NAME).limit(100).build();
    List<String> ids = search.search(request).hits().stream().map(hit -> hit.photo().id()).toList();
    assertThat(ids).hasSize(NAMES.size());
    return new Hits(
        painted.photos(),
        ids.size(),
        (start, count) -> ids.subList(start, start + count),
        search::findAll);
  }

  /** Writes into memory. */
  private interface Writer {
    void write(OutputStream out) throws IOException;
  }

  private static byte[] written(Writer writer) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    writer.write(out);
    return out.toByteArray();
  }

  private static Map<String, byte[]> unzipped(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
    for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
      assertThat(entry.getMethod()).isEqualTo(ZipEntry.STORED);
      files.put(entry.getName(), in.readAllBytes());
    }
    return files;
  }

  private byte[] zip(Function<Photo, ZipContent> contents, String extension, long most)
      throws IOException {
    Hits hits = hits();
    return written(out -> new PhotoZip(contents, 2, extension, most).write(hits, out));
  }

  private ZipContent original(Photo photo) {
    return ZipContent.original(hits().file(photo));
  }

  @Test
  void pathsAreOfFilesThatAreThere() throws IOException {
    Hits hits = hits();
    String lines = new String(written(out -> PathList.write(hits, out)), StandardCharsets.UTF_8);
    assertThat(lines.lines()).hasSize(NAMES.size()).allMatch(line -> Files.exists(Path.of(line)));
  }

  @Test
  void recordsAreOfTheHitsAlone() throws IOException {
    Hits all = hits();
    List<String> two = all.ids().at(1, 2);
    Hits some =
        new Hits(
            all.root(), 2, (start, count) -> two.subList(start, start + count), search::findAll);
    byte[] lines = written(out -> Records.writeLines(painted.index(), some, out));
    assertThat(new String(lines, StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("\"path\""))
        .hasSize(2)
        .allMatch(line -> two.stream().anyMatch(line::contains))
        .noneMatch(line -> line.contains("\"vector\":["));
    byte[] parquet = written(out -> Records.writeParquet(painted.index(), some, out));
    assertThat(new String(parquet, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
    assertThat(new String(parquet, parquet.length - 4, 4, StandardCharsets.US_ASCII))
        .isEqualTo("PAR1");
  }

  @Test
  void recordsOfManyPhotosAreKeptByLittleMemory() {
    List<String> ids =
        IntStream.range(0, 100_000)
            .mapToObj(n -> String.valueOf(n).getBytes(StandardCharsets.UTF_8))
            .map(n -> UUID.nameUUIDFromBytes(n).toString())
            .toList();
    Hits many =
        new Hits(
            painted.photos(),
            ids.size(),
            (start, count) -> ids.subList(start, start + count),
            search::findAll);
    assertThat(RamUsageEstimator.sizeOf(Records.filter(many))).isLessThan(25L * ids.size());
  }

  @Test
  void aZipOfOriginals() throws IOException {
    Map<String, byte[]> files = unzipped(zip(this::original, "", Long.MAX_VALUE));
    assertThat(files)
        .hasSize(5)
        .containsKeys("a/_img src=x onerror='alert(1)'_ & _b_.jpg", "b/one.png", "b/日落.jpg");
    assertThat(files.get("b/one.png"))
        .isEqualTo(Files.readAllBytes(painted.photos().resolve("b/one.png")));
    assertThat(files.keySet().stream().map(String::toLowerCase)).doesNotHaveDuplicates();
  }

  @Test
  void whatCannotBeHadIsNamedInside() throws IOException {
    Files.delete(painted.photos().resolve("a/one.jpg"));
    Files.write(painted.photos().resolve("b/one.png"), new byte[] {1, 2, 3});
    Map<String, byte[]> files = unzipped(zip(this::original, "", Long.MAX_VALUE));
    assertThat(files).hasSize(4).containsKey("not exported.txt");
    assertThat(new String(files.get("not exported.txt"), StandardCharsets.UTF_8).lines())
        .containsExactlyInAnyOrder(
            "a/one.jpg: the file is not there any more",
            "b/one.png: the photo's file has changed since it was indexed: index it again");
  }

  @Test
  void aZipIsNotLargerThanItMayBe() throws IOException {
    long size = Files.size(painted.photos().resolve("b/one.png"));
    Map<String, byte[]> files = unzipped(zip(this::original, "", size));
    assertThat(files).containsKey("not exported.txt");
    long sum =
        files.entrySet().stream()
            .filter(file -> !file.getKey().equals("not exported.txt"))
            .mapToLong(file -> file.getValue().length)
            .sum();
    assertThat(sum).isLessThanOrEqualTo(size);
  }

  @Test
  void aZipOfSmallerCopies() throws IOException {
    Map<String, byte[]> files =
        unzipped(
            zip(
                photo ->
                    ZipContent.copy(
                        hits().file(photo),
                        file -> thumbnails.jpegAside(file, ThumbnailSize.MEDIUM)),
                ".jpg",
                Long.MAX_VALUE));
    assertThat(files).hasSize(5).containsKeys("b/one.jpg", "b/日落.jpg");
    for (byte[] file : files.values()) {
      assertThat(ImageIO.read(new ByteArrayInputStream(file)).getWidth()).isEqualTo(96);
    }
  }

  @Test
  void aZipEndsWhereTheClientLeaves() {
    List<String> asked = new ArrayList<>();
    Hits hits = hits();
    PhotoZip zip =
        new PhotoZip(
            photo -> {
              synchronized (asked) {
                asked.add(photo.id());
              }
              return original(photo);
            },
            1,
            "",
            Long.MAX_VALUE);
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("the client left");
          }
        };
    assertThatThrownBy(() -> zip.write(hits, gone)).hasMessage("the client left");
    assertThat(asked).hasSizeLessThan(NAMES.size());
  }

  @Test
  void filesBeyond32MebibytesAreNotHeldInMemory() throws IOException {
    byte[] large = new byte[40 << 20];
    large[7] = 9;
    Path file = Files.write(painted.photos().resolve("b/one.png"), large);
    Photo photo = hits().finder().apply(hits().ids().at(0, 1)).getFirst();
    var indexed =
        new PhotoFile(
            "b/one.png",
            Sha256.of(large),
            large.length,
            Files.getLastModifiedTime(file).toInstant());
    ZipContent content = ZipContent.original(hits().file(photo.withFile(indexed)));
    assertThat(content.bytes()).isNull();
    assertThat(written(content::write)).isEqualTo(large);
    CRC32 sum = new CRC32();
    sum.update(large);
    assertThat(content.checkSum()).isEqualTo(sum.getValue());
  }

  @Test
  void aContactSheetIsOneFileWithoutHtmlOfPhotos() throws IOException {
    Hits hits = hits();
    Function<Photo, byte[]> pictures =
        photo -> {
          if (photo.file().name().endsWith(".png")) {
            throw HttpProblem.notFound("no <b>picture</b>");
          }
          return thumbnails.jpeg(hits.file(photo), ThumbnailSize.SMALL);
        };
    byte[] page =
        written(out ->
            new ContactSheet("</title><script>x", LocalDate.of(2026, 11, 29), pictures)
                .write(hits, out));
    String html = new String(page, StandardCharsets.UTF_8);
    assertThat(html)
        .contains("2026-11-29 &middot; 5")
        .contains("&lt;img src=x onerror=&#39;alert(1)&#39;&gt; &amp; &quot;b&quot;.jpg")
        .contains("no &lt;b&gt;picture&lt;/b&gt;")
        .contains("<b>日落.jpg</b>")
        .doesNotContain("<script", "<img src=x", "http://", "https://");
    assertThat(html.split("data:image/jpeg;base64,/9j/", -1)).hasSize(5);
    assertThat(html).endsWith("</html>\n");
  }
}

package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import io.lumiere.images.container.JpegRecovery;
import io.lumiere.testing.ProcessorSeconds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Files that are made to take long, or much memory, do not. */
@ProcessorSeconds(10)
class HostileFilesTest {
  private final Metadata metadata = new Metadata();
  private final Notes notes = new Notes();

  private static byte[] latin(String text) {
    return text.getBytes(ISO_8859_1);
  }

  /** Each wrong length makes the reader look for a marker that makes sense: there is none. */
  @Test
  void manyWrongLengthsInAJpeg() {
    String pair = "\377\341\377\0" + "\377\341\0\2";
    byte[] file = Arrays.copyOf(latin("\377\330" + pair.repeat(8_000)), 48 << 20);
    assertThat(new JpegRecovery(ByteView.of(file), 0).segments()).hasSizeGreaterThan(8_000);
  }

  @Test
  void manyPacketsInAGif() {
    String head = "GIF89a\1\0\1\0\0\0\0";
    byte[] file = latin(head + "!\377\13XMP DataXMP\0".repeat(30_000));
    GifBlocks.read(ByteView.of(file), metadata, notes);
    assertThat(metadata.getDirectoriesOfType(XmpBlock.class)).hasSize(1);
  }

  @Test
  void manyCommentsInAGif() {
    String comments =
        IntStream.range(10_000, 99_999)
            .mapToObj(i -> "!\376\15comment " + i + "\0")
            .collect(Collectors.joining());
    byte[] file = latin("GIF89a\1\0\1\0\0\0\0" + comments);
    assertThat(Reading.read(file, "a.gif").caption().description()).startsWith("comment 10000 / ");
  }

  @Test
  void manyTextsInAPng() throws IOException {
    byte[] png = latin("\211PNG\r\n\032\n");
    byte[] chunk = compressedText(4 << 20);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(png);
    for (int i = 0; i < 100; i++) {
      file.write(chunk);
    }
    PngBlocks.read(ByteView.of(file.toByteArray()), metadata, notes);
    assertThat(
            metadata.getDirectoriesOfType(PngText.class).stream()
                .mapToLong(text -> text.text().length())
                .sum())
        .isBetween(1L, 32L << 20);
  }

  private static byte[] compressedText(int length) throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    content.write(latin("Comment\0\0"));
    try (DeflaterOutputStream out = new DeflaterOutputStream(content)) {
      out.write(latin("a".repeat(length)));
    }
    byte[] bytes = content.toByteArray();
    ByteBuffer chunk = ByteBuffer.allocate(bytes.length + 12);
    return chunk.putInt(bytes.length).put(latin("zTXt")).put(bytes).putInt(0).array();
  }

  @Test
  void manyPrefixesInAPacket() {
    String around =
        IntStream.range(0, 200)
            .mapToObj(i -> "<a" + attributes(i) + ">")
            .collect(Collectors.joining());
    String inner = "<dc:a xmlns:b='c'/>".repeat(20_000);
    String xmp = around + "<rdf:RDF><rdf:Description>" + inner + "</rdf:Description></rdf:RDF>";
    XmpPacket.read(xmp.getBytes(UTF_8), metadata, notes);
    assertThat(metadata.getDirectoriesOfType(XmpBlock.class)).hasSize(1);
  }

  private static String attributes(int element) {
    return IntStream.range(0, 400)
        .mapToObj(i -> " xmlns:p" + element + "x" + i + "=''")
        .collect(Collectors.joining());
  }

  @Test
  void manyCategoriesOfAcdsee() {
    String categories = "&lt;Category>".repeat(1_200_000);
    XmpPacket.read(
        Segments.xmp("<acdsee:categories>" + categories + "</acdsee:categories>"), metadata, notes);
    assertThat(KeywordReader.read(new Tags(metadata))).isEmpty();
  }

  @Test
  void manyBrokenFacesOfPicasa() {
    for (String broken : List.of("rect", "rect(")) {
      String ini = "[a.jpg]\nfaces=" + broken.repeat(500_000) + "\n";
      assertThat(PicasaFile.parse(ini.getBytes(UTF_8)).people("a.jpg")).isEmpty();
    }
  }
}

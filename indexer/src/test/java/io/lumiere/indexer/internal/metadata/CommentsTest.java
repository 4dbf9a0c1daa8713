package io.lumiere.indexer.internal.metadata;

import static io.lumiere.indexer.internal.metadata.Exif.Block.IMAGE;
import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Caption;
import io.lumiere.testing.ProcessorSeconds;
import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote into the comments of files. */
class CommentsTest {
  private static final int USER_COMMENT = 0x9286;
  private static final int DESCRIPTION = 0x10e;
  private static final int XP_COMMENT = 0x9c9c;
  private static final int XP_SUBJECT = 0x9c9f;
  private static final byte[] JPEG = Pictures.jpeg(1);

  private static String userComment(String encoding, byte[] text) {
    byte[] bytes = Exif.join(List.of(encoding.getBytes(ISO_8859_1), text));
    return description(new Exif().bytes(PHOTO, USER_COMMENT, bytes).into(JPEG));
  }

  private static String description(byte[] file) {
    return Reading.read(file, "x").caption().description();
  }

  @Test
  void userCommentInItsEncodings() {
    String[] texts = {"a", "a heron", "Grüße aus Köln", "海边的日落很美", "Привет", "Ω"};
    for (String text : texts) {
      assertThat(userComment("UNICODE\0", text.getBytes(UTF_16LE))).isEqualTo(text);
      assertThat(userComment("UNICODE\0", text.getBytes(UTF_16BE))).isEqualTo(text);
      byte[] padded = (text + "\0\0\0\0").getBytes(UTF_16BE);
      assertThat(userComment("UNICODE\0", padded)).isEqualTo(text);
      assertThat(userComment("UNICODE\0", ("\uFEFF" + text).getBytes(UTF_16LE))).isEqualTo(text);
      assertThat(userComment("ASCII\0\0\0", text.getBytes(UTF_8))).isEqualTo(text);
      assertThat(userComment("\0\0\0\0\0\0\0\0", text.getBytes(UTF_8))).isEqualTo(text);
    }
    assertThat(userComment("ASCII\0\0\0", "Köln".getBytes(ISO_8859_1))).isEqualTo("Köln");
    assertThat(userComment("UNICODE\0", "in plain letters".getBytes(US_ASCII)))
        .isEqualTo("in plain letters");
    assertThat(userComment("JIS\0\0\0\0\0", "日本".getBytes(Charset.forName("ISO-2022-JP"))))
        .isEqualTo("日本");
    for (String charset : List.of("EUC-JP", "Shift_JIS", "UTF-8")) {
      assertThat(userComment("JIS\0\0\0\0\0", "日本語".getBytes(Charset.forName(charset))))
          .isEqualTo("日本語");
    }
    assertThat(userComment("UNICODE\0", "in UTF-8 at Łódź".getBytes(UTF_8)))
        .isEqualTo("in UTF-8 at Łódź");
    for (String text : List.of("海边的日落很美", "Закат над морем")) {
      assertThat(userComment("UNICODE\0", text.getBytes(UTF_8))).isEqualTo(text);
    }
    assertThat(userComment("Unicode\0", "a heron".getBytes(UTF_16BE))).isEqualTo("a heron");
    assertThat(userComment("", "without a name".getBytes(UTF_8))).isEqualTo("without a name");
    assertThat(userComment("ASCII\0\0\0", "a heron   \0\0".getBytes(UTF_8))).isEqualTo("a heron");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "        ",
        "\0\0\0\0\0\0",
        "\1\2\3\4\5\6\7\10abc\1\2\3\4",
        "-----",
        "12345678",
        "{\"filter\":\"none\",\"fps\":30}",
        "fbw: 0.000000;hw-remosaic: 0;touch: (-1.0, -1.0)",
        "oplus_32",
        "AREA:0;fileterIntensity:0.0;filterMask:0;",
        "AQAAAIAAAAABAAAAQEAAAIAAAAABAAAAQEBAAAIAAAABAAAAQEBA"
      })
  void whatCamerasFillInIsNoComment(String text) {
    assertThat(userComment("ASCII\0\0\0", text.getBytes(ISO_8859_1))).isNull();
    assertThat(userComment("\0\0\0\0\0\0\0\0", text.getBytes(ISO_8859_1))).isNull();
  }

  private static String comment(String text) {
    return description(Segments.insert(JPEG, 0xfe, text.getBytes(UTF_8)));
  }

  @Test
  void commentsOfJpegInUtf16() {
    byte[] text = "\uFEFFGrüße".getBytes(UTF_16LE);
    assertThat(description(Segments.insert(JPEG, 0xfe, text))).isEqualTo("Grüße");
    text = "\uFEFFGrüße\0".getBytes(UTF_16BE);
    assertThat(description(Segments.insert(JPEG, 0xfe, text))).isEqualTo("Grüße");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a heron", "Grüße", "Created by Ann in 1998", "Photo: the old bridge"})
  void commentsOfJpeg(String text) {
    assertThat(comment(text)).isEqualTo(text);
    assertThat(comment(text + "\0")).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATOR: gd-jpeg v1.0 (using IJG JPEG v62), quality = 90\n",
        "LEAD Technologies Inc. V1.01",
        "Optimized by JPEGmini 3.9.20.0L 0x8eedd7d2",
        "File source: http://commons.wikimedia.org/wiki/File:X.jpg",
        "Created with GIMP",
        "Intel(R) JPEG Library, version [1.5.4.36]",
        "Compressed by jpeg-recompress",
        "Processed By eBay with ImageMagick, z1.1.0. ||B2",
        "AppleMark",
        "Lavc57.64.101",
        "*",
        "JPEG Encoder Copyright 1998, James R. Weeks and BioElectroMech.",
        "Handmade Software, Inc. Image Alchemy v1.9"
      })
  void signaturesOfProgramsAreNoComments(String text) {
    assertThat(comment(text)).isNull();
  }

  @Test
  @ProcessorSeconds(5)
  void longCommentsTakeNoTime() {
    assertThat(comment("a=" + ",".repeat(60_000))).startsWith("a=,,,");
    assertThat(comment("a: " + " ".repeat(60_000) + ";")).isNotNull();
  }

  @Test
  void commentsOfGif() {
    byte[] gif =
        Exif.join(
            List.of(
                "GIF89a\1\0\1\0\200\0\0\0\0\0\377\377\377!\376".getBytes(ISO_8859_1),
                "\7a heron\0".getBytes(ISO_8859_1),
                "!\377\13XMP DataXMP".getBytes(ISO_8859_1),
                Segments.xmp("<dc:title>Stripes</dc:title>"),
                magic(),
                ",\0\0\0\0\1\0\1\0\0\2\2D\1\0;".getBytes(ISO_8859_1)));
    Caption caption = Reading.read(gif, "x.gif").caption();
    assertThat(caption).isEqualTo(new Caption("Stripes", "a heron", List.of()));
  }

  private static byte[] magic() {
    byte[] trailer = new byte[258];
    trailer[0] = 1;
    for (int i = 1; i < 257; i++) {
      trailer[i] = (byte) (256 - i);
    }
    return trailer;
  }

  @Test
  void xmpOfTiffWithAMistake() {
    byte[] xmp = Segments.xmp("<nobody:x/><dc:title>Stripes</dc:title>");
    byte[] tiff = new Exif().bytes(IMAGE, 700, xmp).text(IMAGE, 0x10f, "ZebraCam").toTiff();
    PhotoMetadata photo = Reading.read(tiff, "x.tif");
    assertThat(photo.caption().title()).isEqualTo("Stripes");
    assertThat(photo.camera().make()).isEqualTo("ZebraCam");
  }

  @Test
  void commentsOfPng() {
    byte[] text = "Comment\0a heron".getBytes(UTF_8);
    assertThat(description(Segments.insertChunk(Pictures.png(1), "tEXt", text)))
        .isEqualTo("a heron");
  }

  private static byte[] wide(String text) {
    return (text + "\0").getBytes(UTF_16LE);
  }

  @Test
  void whatOtherFieldsSayComesAfterTheDescription() {
    byte[] comment = "ASCII\0\0\0second".getBytes(US_ASCII);
    byte[] file =
        Segments.insert(
            new Exif()
                .text(IMAGE, DESCRIPTION, "first")
                .bytes(PHOTO, USER_COMMENT, comment)
                .bytes(IMAGE, XP_COMMENT, wide("First"))
                .bytes(IMAGE, XP_SUBJECT, wide("Subject"))
                .into(JPEG),
            0xfe,
            "third".getBytes(US_ASCII));
    Caption caption = Reading.read(file, "x.jpg").caption();
    assertThat(caption).isEqualTo(new Caption("Subject", "first / second / third", List.of()));
  }
}

package io.lumiere.images.internal.colour;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.images.TestExif;
import io.lumiere.images.TestFiles;
import io.lumiere.images.TestImages;
import io.lumiere.testing.Fuzz;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class EmbeddedProfileTest {
  private static final byte[] PROFILE = TestProfiles.displayP3();

  private static byte[] jpeg() {
    return TestImages.jpeg(TestImages.scene(64, 48), false);
  }

  /** A JPEG with the profile in parts of a size, the last one first. */
  static byte[] inJpeg(byte[] profile, int part) {
    int count = Math.ceilDiv(profile.length, part);
    byte[] segments = {};
    for (int i = 0; i < count; i++) {
      byte[] head = TestExif.concat(TestExif.ascii("ICC_PROFILE\0"), bytes(i + 1, count));
      byte[] own = Arrays.copyOfRange(profile, i * part, Math.min(profile.length, (i + 1) * part));
      segments = TestExif.concat(TestExif.jpegSegment(0xe2, TestExif.concat(head, own)), segments);
    }
    return TestExif.insert(jpeg(), 2, segments);
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /** A PNG with a chunk after its header. */
  static byte[] inPng(String type, byte[] content) {
    byte[] png = TestImages.file("png", TestImages.scene(64, 48));
    return TestExif.insert(png, 33, TestExif.pngChunk(type, content));
  }

  static byte[] iccp(byte[] profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(TestExif.ascii("a name\0\0"));
    try (DeflaterOutputStream deflated = new DeflaterOutputStream(out)) {
      deflated.write(profile);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  static byte[] inWebp(byte[] profile) {
    return TestExif.riff(
        TestExif.concat(
            TestExif.riffChunk("VP8X", new byte[10]), TestExif.riffChunk("ICCP", profile)));
  }

  /** A TIFF of one grey pixel. */
  static byte[] inTiff(byte[] profile) {
    int[][] entries = {
      {256, 4, 1, 1},
      {257, 4, 1, 1},
      {258, 3, 1, 8},
      {273, 4, 1, 8},
      {279, 4, 1, 1},
      {34675, 7, profile.length, 8 + 4 + 2 + 6 * 12 + 4}
    };
    ByteBuffer out = ByteBuffer.allocate(entries[5][3] + profile.length);
    out.order(ByteOrder.LITTLE_ENDIAN).put(TestExif.ascii("II*\0")).putInt(12).putInt(0x80);
    out.putShort((short) entries.length);
    for (int[] entry : entries) {
      out.putShort((short) entry[0]).putShort((short) entry[1]).putInt(entry[2]).putInt(entry[3]);
    }
    return out.putInt(0).put(profile).array();
  }

  static byte[] box(String type, byte[]... content) {
    byte[] all = TestExif.concat(content);
    ByteBuffer head = ByteBuffer.allocate(8).putInt(8 + all.length).put(TestExif.ascii(type));
    return TestExif.concat(head.array(), all);
  }

  static byte[] inJp2(byte[] profile) {
    return TestExif.concat(
        box("jP  ", TestExif.ascii("\r\n\u0087\n")),
        box("jp2h", box("colr", bytes(2, 0, 0), profile)));
  }

  /** What an AVIF needs for its picture to be found, and what the property says of colours. */
  static byte[] inAvif(byte[] colr) {
    byte[] meta =
        box(
            "meta",
            bytes(0, 0, 0, 0),
            box("pitm", bytes(0, 0, 0, 0, 0, 1)),
            box("iloc", bytes(0, 0, 0, 0, 0, 0, 0, 0)),
            box("iinf", bytes(0, 0, 0, 0, 0, 0)),
            box(
                "iprp",
                box("ipco", box("colr", colr)),
                box("ipma", bytes(0, 0, 0, 0, 0, 0, 0, 1, 0, 1, 1, 1))));
    return TestExif.concat(box("ftyp", TestExif.ascii("avif\0\0\0\0avif")), meta);
  }

  private static byte[] exif(String index) {
    ByteBuffer out = ByteBuffer.allocate(8 + 3 * 18).order(ByteOrder.LITTLE_ENDIAN);
    out.put(TestExif.ascii("II*\0")).putInt(8);
    entry(out, 0x8769, 4, 1).putInt(26).putInt(0);
    entry(out, 0xa005, 4, 1).putInt(44).putInt(0);
    entry(out, 1, 2, 4).put(TestExif.ascii(index)).putInt(0);
    return out.array();
  }

  private static ByteBuffer entry(ByteBuffer out, int tag, int type, int count) {
    return out.putShort((short) 1).putShort((short) tag).putShort((short) type).putInt(count);
  }

  private static byte[] find(byte[] file) {
    return EmbeddedProfile.find(file, "a");
  }

  @Test
  void inEveryContainer() {
    assertThat(find(inJpeg(PROFILE, 60_000))).isEqualTo(PROFILE);
    assertThat(find(inJpeg(PROFILE, 100))).as("in many parts").isEqualTo(PROFILE);
    assertThat(find(inPng("iCCP", iccp(PROFILE)))).isEqualTo(PROFILE);
    assertThat(find(inWebp(PROFILE))).isEqualTo(PROFILE);
    assertThat(find(inTiff(PROFILE))).isEqualTo(PROFILE);
    assertThat(find(inJp2(PROFILE))).isEqualTo(PROFILE);
    assertThat(find(inAvif(TestExif.concat(TestExif.ascii("prof"), PROFILE)))).isEqualTo(PROFILE);
    assertThat(find(inAvif(TestExif.concat(TestExif.ascii("rICC"), PROFILE)))).isEqualTo(PROFILE);
  }

  @Test
  void coloursByNumbers() {
    byte[] p3 = TestExif.concat(TestExif.ascii("nclx"), bytes(0, 12, 0, 13, 0, 6, 128));
    byte[] srgb = TestExif.concat(TestExif.ascii("nclx"), bytes(0, 1, 0, 13, 0, 6, 128));
    assertThat(find(inAvif(p3))).isEqualTo(PROFILE);
    assertThat(find(inAvif(srgb))).isNull();
    assertThat(find(inPng("cICP", bytes(12, 13, 0, 1)))).isEqualTo(PROFILE);
    assertThat(find(inPng("cICP", bytes(1, 13, 0, 1)))).isNull();
    assertThat(find(inPng("cICP", bytes(9, 16, 0, 1)))).as("BT.2020 with PQ").isNotEmpty();
  }

  @Test
  void aCamerasAdobeRgbIsInItsExifAlone() {
    assertThat(find(TestExif.inJpeg(jpeg(), exif("R03\0")))).isEqualTo(TestProfiles.adobeRgb());
    assertThat(find(TestExif.inJpeg(jpeg(), exif("R98\0")))).isNull();
  }

  @Test
  void filesWithoutOneHaveNone() {
    assertThat(find(jpeg())).isNull();
    assertThat(find(TestImages.file("png", TestImages.scene(64, 48)))).isNull();
    assertThat(find(TestImages.file("gif", TestImages.indexed()))).isNull();
    assertThat(find(TestFiles.read("heif/scene.heic"))).isNull();
    assertThat(find(TestFiles.read("heif/scene-420.avif"))).isNull();
    assertThat(find(TestFiles.read("stills/scene.jp2"))).isNull();
    assertThat(find(TestExif.ascii("no picture at all"))).isNull();
    assertThat(find(new byte[0])).isNull();
  }

  @Test
  void damagedOnesAreNone() {
    byte[] missing = inJpeg(PROFILE, 100);
    missing[2 + 4 + 12] = 99; // The number of the first part in the file.
    assertThat(find(missing)).isNull();
    byte[] deflated = iccp(PROFILE);
    Arrays.fill(deflated, 12, 40, (byte) 0x5a);
    assertThat(find(inPng("iCCP", deflated))).isNull();
    assertThat(find(inPng("iCCP", bytes()))).isNull();
    assertThat(find(inPng("cICP", bytes(12)))).isNull();
  }

  @Test
  void aBombIsNotBlownUp() {
    assertThat(find(inPng("iCCP", iccp(new byte[100 << 20])))).isNull();
  }

  /** Containers are damaged here, and with them the profiles that Java's Little CMS gets. */
  @Test
  void whatIsDamagedIsReadOrPassedOver() throws IOException {
    ToSrgb toSrgb = new ToSrgb();
    Fuzz.target("image-profile")
        .inputs(
            List.of(
                inJpeg(PROFILE, 400),
                TestExif.inJpeg(jpeg(), exif("R03\0")),
                inPng("iCCP", iccp(TestProfiles.grey(1.5))),
                inWebp(TestProfiles.adobeRgbTable()),
                inTiff(PROFILE),
                inJp2(TestProfiles.proPhoto()),
                inAvif(TestExif.concat(TestExif.ascii("prof"), PROFILE))))
        .times(2_000)
        .run(input -> {
          var pixels = new RgbImage(2, 1, bytes(9, 9, 9, 200, 200, 200));
          byte[] profile = find(input.bytes());
          assertThat(toSrgb.convert(pixels, input.bytes(), "a").rgb()).hasSize(6);
          return profile != null;
        });
  }
}

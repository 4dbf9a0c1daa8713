package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Writes files of other formats than JPEG and PNG: metadata and no pixels. */
final class Containers {
  private Containers() {}

  static byte[] box(String type, byte[]... parts) {
    byte[] content = Exif.join(List.of(parts));
    byte[] head = ByteBuffer.allocate(4).putInt(8 + content.length).array();
    return Exif.join(List.of(head, type.getBytes(ISO_8859_1), content));
  }

  private static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  private static byte[] shorts(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(2 * values.length);
    for (int value : values) {
      buffer.putShort((short) value);
    }
    return buffer.array();
  }

  /** A HEIF file with an EXIF item and an XMP item in its media data. */
  static byte[] heif(String brand, byte[] tiff, byte[] xmp) {
    byte[] head = Exif.join(List.of(ints(6), "Exif\0\0".getBytes(ISO_8859_1)));
    return heif(brand, head, tiff, xmp);
  }

  /** The same with any bytes before the TIFF structure. */
  static byte[] heif(String brand, byte[] head, byte[] tiff, byte[] xmp) {
    byte[] exif = Exif.join(List.of(head, tiff));
    byte[] type = box("ftyp", brand.getBytes(ISO_8859_1), ints(0), "mif1".getBytes(ISO_8859_1));
    byte[] items =
        box(
            "iinf",
            ints(0),
            shorts(2),
            box("infe", ints(2 << 24), shorts(1, 0), "Exif\0".getBytes(ISO_8859_1)),
            box(
                "infe",
                ints(2 << 24),
                shorts(2, 0),
                "mime\0application/rdf+xml\0".getBytes(ISO_8859_1)));
    int metaLength = 8 + 4 + items.length + 8 + 4 + 2 + 2 + 2 * (2 + 2 + 2 + 4 + 4);
    int data = type.length + metaLength + 8;
    byte[] locations =
        box(
            "iloc",
            ints(0),
            shorts(0x4400, 2),
            Exif.join(List.of(shorts(1, 0, 1), ints(data, exif.length))),
            Exif.join(List.of(shorts(2, 0, 1), ints(data + exif.length, xmp.length))));
    byte[] meta = box("meta", ints(0), items, locations);
    return Exif.join(List.of(type, meta, box("mdat", exif, xmp)));
  }

  /** JPEG XL in its container. */
  static byte[] jxl(byte[] tiff) {
    byte[] signature = box("JXL ", ints(0x0d0a870a));
    return Exif.join(
        List.of(signature, box("ftyp", "jxl ".getBytes(ISO_8859_1)), box("Exif", ints(0), tiff)));
  }

  /** JPEG XL whose metadata boxes are compressed. */
  static byte[] jxlCompressed(byte[] brotli) {
    byte[] signature = box("JXL ", ints(0x0d0a870a));
    return Exif.join(
        List.of(
            signature,
            box("ftyp", "jxl ".getBytes(ISO_8859_1)),
            box("brob", "xml ".getBytes(ISO_8859_1), brotli)));
  }

  /** JPEG 2000 with a box of a UUID. */
  static byte[] jp2(String uuid, byte[] content) {
    byte[] signature = box("jP  ", ints(0x0d0a870a));
    byte[] type = box("ftyp", "jp2 ".getBytes(ISO_8859_1), ints(0));
    return Exif.join(List.of(signature, type, box("uuid", HexFormat.of().parseHex(uuid), content)));
  }

  /** Canon's raw format: image, photo and place in TIFF structures of their own. */
  static byte[] cr3(byte[] image, byte[] photo, byte[] place) {
    byte[] uuid = HexFormat.of().parseHex("85c0b687820f11e08111f4ce462b6a48");
    byte[] canon = box("uuid", uuid, box("CMT1", image), box("CMT2", photo), box("CMT4", place));
    return Exif.join(
        List.of(box("ftyp", "crx ".getBytes(ISO_8859_1), ints(0)), box("moov", canon)));
  }

  /** Fujifilm's raw format around a JPEG file. */
  static byte[] raf(byte[] jpeg) {
    ByteBuffer head = ByteBuffer.allocate(100);
    head.put("FUJIFILMCCD-RAW ".getBytes(ISO_8859_1)).putInt(84, 100).putInt(88, jpeg.length);
    return Exif.join(List.of(head.array(), jpeg));
  }

  static byte[] webp(byte[] tiff, byte[] xmp) {
    List<byte[]> parts = new ArrayList<>();
    chunk("EXIF", tiff, parts);
    chunk("XMP ", xmp, parts);
    byte[] chunks = Exif.join(parts);
    ByteBuffer head = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(ISO_8859_1)).putInt(4 + chunks.length);
    head.put("WEBP".getBytes(ISO_8859_1));
    return Exif.join(List.of(head.array(), chunks));
  }

  private static void chunk(String type, byte[] content, List<byte[]> parts) {
    ByteBuffer head = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    parts.add(head.put(type.getBytes(ISO_8859_1)).putInt(content.length).array());
    parts.add(content);
    parts.add(new byte[content.length % 2]);
  }

  /**
   * A QuickTime film without pictures.
   *
   * @param macSeconds when it was made, seconds since 1904 UTC
   * @param seconds how long it is
   * @param keys Apple's keys and their values in turn
   */
  static byte[] film(long macSeconds, int seconds, String... keys) {
    byte[] header =
        Exif.join(
            List.of(ints(0, (int) macSeconds, (int) macSeconds, 600, 600 * seconds), new byte[80]));
    List<byte[]> names = new ArrayList<>(List.of(ints(0, keys.length / 2)));
    List<byte[]> values = new ArrayList<>();
    for (int i = 0; i < keys.length; i += 2) {
      byte[] name = keys[i].getBytes(UTF_8);
      names.add(Exif.join(List.of(ints(8 + name.length), "mdta".getBytes(UTF_8), name)));
      byte[] data = box("data", ints(1, 0), keys[i + 1].getBytes(UTF_8));
      values.add(Exif.join(List.of(ints(8 + data.length, i / 2 + 1), data)));
    }
    byte[] handler = box("hdlr", ints(0, 0), "mdta".getBytes(UTF_8), new byte[13]);
    byte[] meta =
        box(
            "meta",
            handler,
            box("keys", names.toArray(byte[][]::new)),
            box("ilst", values.toArray(byte[][]::new)));
    return Exif.join(
        List.of(
            box("ftyp", "qt  ".getBytes(UTF_8), ints(0), "qt  ".getBytes(UTF_8)),
            box("moov", box("mvhd", header), meta)));
  }
}

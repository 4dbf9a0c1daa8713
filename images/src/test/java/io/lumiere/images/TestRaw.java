package io.lumiere.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Files built as cameras' raw files are, by the public descriptions of the formats. They hold
 * previews and no samples of a sensor.
 */
final class TestRaw {
  static final int SHORT = 3;
  static final int LONG = 4;

  private final ByteOrder order;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();

  /** An empty TIFF-like file of which the first bytes are {@code mark}. */
  TestRaw(ByteOrder order, String mark) {
    this.order = order;
    data.writeBytes(TestExif.ascii(mark));
    data.writeBytes(new byte[16 - mark.length()]);
  }

  /** One entry of a directory. */
  record Entry(int tag, int type, int count, int value) {}

  static Entry number(int tag, int value) {
    return new Entry(tag, LONG, 1, value);
  }

  /** Adds bytes; where they are. */
  int add(byte[] bytes) {
    int at = data.size();
    data.writeBytes(bytes);
    if (data.size() % 2 == 1) {
      data.write(0);
    }
    return at;
  }

  /** Adds a text as an entry's value. */
  Entry text(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    return new Entry(tag, 2, bytes.length, add(bytes));
  }

  /** Adds numbers of 32 bits as an entry's value. */
  Entry numbers(int tag, int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(order);
    for (int value : values) {
      bytes.putInt(value);
    }
    return new Entry(tag, LONG, values.length, values.length == 1 ? values[0] : add(bytes.array()));
  }

  /** Adds a JPEG; its place and length as the entries of these two tags. */
  List<Entry> jpeg(int tag, int lengthTag, byte[] jpeg) {
    return List.of(number(tag, add(jpeg)), number(lengthTag, jpeg.length));
  }

  /** A directory as it is written; its offsets are those of its entries. */
  byte[] block(int next, List<Entry> entries) {
    ByteBuffer bytes = ByteBuffer.allocate(6 + 12 * entries.size()).order(order);
    bytes.putShort((short) entries.size());
    for (Entry entry : entries) {
      bytes.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
      if (entry.type() == SHORT && entry.count() == 1) {
        bytes.putShort((short) entry.value()).putShort((short) 0);
      } else {
        bytes.putInt(entry.value());
      }
    }
    return bytes.putInt(next).array();
  }

  /** Adds a directory; where it is. */
  @SafeVarargs
  final int directory(int next, List<Entry>... entries) {
    List<Entry> all = new ArrayList<>();
    for (List<Entry> some : entries) {
      all.addAll(some);
    }
    return add(block(next, all));
  }

  /** The file whose first directory is there. */
  byte[] file(int firstDirectory) {
    byte[] file = data.toByteArray();
    ByteBuffer.wrap(file).order(order).putInt(4, firstDirectory);
    return file;
  }

  /** RAF: big-endian, the JPEG's place and length at 84. */
  static byte[] raf(byte[] jpeg) {
    ByteBuffer head = ByteBuffer.allocate(148);
    head.put(TestExif.ascii("FUJIFILMCCD-RAW 0201FF383501X-T1")).putInt(84, 148);
    head.putInt(88, jpeg.length);
    return TestExif.concat(head.array(), jpeg, new byte[1000]);
  }

  /** CR3: the boxes around EXIF's first directory, a preview, and a JPEG as the first track. */
  static byte[] cr3(byte[] exif, byte[] preview, byte[] full) {
    byte[] head = box("ftyp", TestExif.ascii("crx \0\0\0\1crx isom"));
    byte[] canon = hex("85c0b687820f11e08111f4ce462b6a48");
    byte[] maker = box("CNCV", TestExif.ascii("CanonCR3_001/00.09.00/00.00.00"));
    byte[] uuid = box("uuid", TestExif.concat(canon, maker, box("CMT1", exif)));
    byte[] shown = TestExif.concat(ints(0, 0x00010654, 0x04380001, preview.length), preview);
    byte[] own = hex("eaf42b5e1c984b88b9fbb7dc406e4d16");
    byte[] previews = box("uuid", TestExif.concat(own, ints(0, 1), box("PRVW", shown)));
    int length = head.length + movie(uuid, 0, 0).length + previews.length;
    byte[] moov = movie(uuid, length + 8, full.length);
    return TestExif.concat(head, moov, previews, box("mdat", full));
  }

  private static byte[] movie(byte[] uuid, int at, int length) {
    byte[] sizes = box("stsz", ints(0, 0, 1, length));
    byte[] places = box("co64", ints(0, 1, 0, at));
    byte[] table = box("stbl", TestExif.concat(sizes, places));
    return box("moov", TestExif.concat(uuid, box("trak", box("mdia", box("minf", table)))));
  }

  private static byte[] box(String type, byte[] content) {
    return TestExif.concat(ints(8 + content.length), TestExif.ascii(type), content);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}

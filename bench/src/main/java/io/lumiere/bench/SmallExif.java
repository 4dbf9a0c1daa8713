package io.lumiere.bench;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * EXIF segments of photos that nobody took: a camera and a date, a place in two of five, a caption
 * in a third, nothing at all in a fifth. A segment is TIFF in JPEG's marker APP1 (CIPA DC-008).
 */
final class SmallExif {
  private static final byte[] MARKER = {(byte) 0xff, (byte) 0xe1};
  private static final byte[] NAME = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy:MM:dd HH:mm:ss", Locale.ROOT);

  /** Types of TIFF. */
  private static final int ASCII = 2;

  private static final int LONG = 4;
  private static final int RATIONAL = 5;

  private static final String[] WORDS = {
    "beach", "dinner", "birthday", "garden", "mountain", "train", "market", "snow", "harbour",
    "family", "wedding", "concert", "lake", "bridge", "forest", "school", "castle", "river"
  };

  private SmallExif() {}

  /** The segment of a photo, marker included; no bytes for one without. */
  static byte[] segment(int number, SplittableRandom random) {
    if (number % 5 == 0) {
      return new byte[0];
    }
    byte[] tiff = tiff(number, random);
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(MARKER);
    int length = 2 + NAME.length + tiff.length;
    segment.write(length >> 8);
    segment.write(length);
    segment.writeBytes(NAME);
    segment.writeBytes(tiff);
    return segment.toByteArray();
  }

  /** Three directories, one behind the other. */
  private static byte[] tiff(int number, SplittableRandom random) {
    boolean told = number % 3 == 0;
    boolean placed = number % 5 < 3;
    Directory image = new Directory(8, 3 + (told ? 1 : 0) + (placed ? 1 : 0));
    if (told) {
      image.text(270, caption(number, random));
    }
    image.text(271, "Maker " + number % 7);
    image.text(272, "Model " + number % 40);
    int pointers = image.next(placed ? 2 : 1);
    Directory exif = new Directory(pointers, 1);
    exif.text(0x9003, DATE.format(date(number)));
    image.number(0x8769, pointers);
    ByteArrayOutputStream gps = new ByteArrayOutputStream();
    if (placed) {
      image.number(0x8825, exif.next(0));
      gps.writeBytes(gps(exif.next(0), number, random));
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {'M', 'M', 0, 42, 0, 0, 0, 8});
    all.writeBytes(image.bytes());
    all.writeBytes(exif.bytes());
    all.writeBytes(gps.toByteArray());
    return all.toByteArray();
  }

  private static byte[] gps(int start, int number, SplittableRandom random) {
    Directory gps = new Directory(start, 4);
    gps.text(1, number % 2 == 0 ? "N" : "S");
    gps.degrees(2, random.nextInt(70), random);
    gps.text(3, number % 7 < 4 ? "E" : "W");
    gps.degrees(4, random.nextInt(180), random);
    return gps.bytes();
  }

  /** Photos of an event are minutes apart. */
  private static LocalDateTime date(int number) {
    return LocalDateTime.of(2000, 1, 1, 9, 0)
        .plusDays(number / 100L)
        .plusMinutes(number % 100 * 5L)
        .plusSeconds(number % 60);
  }

  private static String caption(int number, SplittableRandom random) {
    StringBuilder caption = new StringBuilder("Photo " + number);
    for (int i = random.nextInt(2, 8); i > 0; i--) {
      caption.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
    }
    return caption.toString();
  }

  /**
   * A directory of TIFF, whose entries come in the order of their numbers, and values behind it.
   */
  private static final class Directory {
    private final int start;
    private final int entries;
    private final ByteArrayOutputStream table = new ByteArrayOutputStream();
    private final ByteArrayOutputStream values = new ByteArrayOutputStream();

    Directory(int start, int entries) {
      this.start = start;
      this.entries = entries;
    }

    void text(int tag, String text) {
      byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
      entry(tag, ASCII, bytes.length, bytes);
    }

    void number(int tag, int value) {
      entry(tag, LONG, 1, ByteBuffer.allocate(4).putInt(value).array());
    }

    void degrees(int tag, int degrees, SplittableRandom random) {
      ByteBuffer parts = ByteBuffer.allocate(24).putInt(degrees).putInt(1);
      parts.putInt(random.nextInt(60)).putInt(1).putInt(random.nextInt(6000)).putInt(100);
      entry(tag, RATIONAL, 3, parts.array());
    }

    private void entry(int tag, int type, int count, byte[] value) {
      ByteBuffer entry = ByteBuffer.allocate(12).putShort((short) tag).putShort((short) type);
      entry.putInt(count);
      if (value.length <= 4) {
        entry.put(value);
      } else {
        entry.putInt(start + 2 + 12 * entries + 4 + values.size());
        values.writeBytes(value);
        if (value.length % 2 == 1) {
          values.write(0);
        }
      }
      table.writeBytes(entry.array());
    }

    /** Where the next directory begins, when all values are there. */
    int next(int numbersToCome) {
      if (table.size() / 12 + numbersToCome != entries) {
        throw new IllegalStateException("a directory of " + entries + " has other entries");
      }
      return start + 2 + 12 * entries + 4 + values.size();
    }

    byte[] bytes() {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(ByteBuffer.allocate(2).putShort((short) entries).array());
      all.writeBytes(table.toByteArray());
      all.writeBytes(new byte[4]);
      all.writeBytes(values.toByteArray());
      return all.toByteArray();
    }
  }
}

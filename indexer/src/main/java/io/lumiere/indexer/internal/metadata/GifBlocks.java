package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The comments and XMP of a GIF file (GIF89a), up to the first block that is broken. */
final class GifBlocks {
  private static final int HEADER = 13;
  private static final int EXTENSION = 0x21;
  private static final int IMAGE = 0x2c;
  private static final int COMMENT = 0xfe;
  private static final int APPLICATION = 0xff;
  private static final String XMP = "XMP DataXMP";
  private static final int MAX_COMMENT = 1 << 16;
  private static final int MAX_BLOCKS = 100_000;

  private final byte[] bytes;
  private int at;
  private boolean hasXmp;

  private GifBlocks(byte[] bytes) {
    this.bytes = bytes;
  }

  static boolean accepts(byte[] bytes) {
    return Blocks.starts(bytes, 'G', 'I', 'F', '8') && bytes.length >= HEADER;
  }

  static void read(byte[] bytes, Metadata metadata, Notes notes) {
    new GifBlocks(bytes).read(metadata, notes);
  }

  private void read(Metadata metadata, Notes notes) {
    at = HEADER + tableSize(bytes[10]);
    for (int i = 0; i < MAX_BLOCKS && at + 1 < bytes.length; i++) {
      int type = bytes[at++] & 0xff;
      if (type == IMAGE && at + 9 < bytes.length) {
        at += 9 + tableSize(bytes[at + 8]) + 1;
        content(0);
      } else if (type == EXTENSION) {
        readExtension(bytes[at++] & 0xff, metadata, notes);
      } else {
        return;
      }
    }
  }

  private void readExtension(int label, Metadata metadata, Notes notes) {
    if (label == COMMENT) {
      metadata.addDirectory(new CommentText(Texts.decode(content(MAX_COMMENT))));
    } else if (label == APPLICATION && !hasXmp && Blocks.startsAt(bytes, at + 1, XMP)) {
      // A file has one. It is not cut into blocks, and what follows it leads out of it.
      hasXmp = true;
      int start = at + 1 + XMP.length();
      int end = start;
      while (end < bytes.length && bytes[end] != 1) {
        end++;
      }
      byte[] packet = Arrays.copyOfRange(bytes, start, end);
      Blocks.attempt("XMP", notes, () -> XmpPacket.read(packet, metadata, notes));
      content(0);
    } else {
      content(0);
    }
  }

  private static int tableSize(byte flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** What the blocks from here on hold, the first bytes of it; an empty block ends it. */
  private byte[] content(int max) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    while (at < bytes.length) {
      int length = bytes[at++] & 0xff;
      if (length == 0) {
        break;
      }
      int there = Math.min(length, bytes.length - at);
      if (content.size() + there <= max) {
        content.write(bytes, at, there);
      }
      at += length;
    }
    return content.toByteArray();
  }
}

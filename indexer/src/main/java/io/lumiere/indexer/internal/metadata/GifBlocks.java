package io.lumiere.indexer.internal.metadata;

import com.drew.metadata.Metadata;
import io.lumiere.images.container.ByteView;
import java.io.ByteArrayOutputStream;

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

  private final ByteView file;
  private long at;
  private boolean hasXmp;

  private GifBlocks(ByteView file) {
    this.file = file;
  }

  static boolean accepts(ByteView file) {
    return file.has(0, "GIF8") && file.length() >= HEADER;
  }

  static void read(ByteView file, Metadata metadata, Notes notes) {
    new GifBlocks(file).read(metadata, notes);
  }

  private void read(Metadata metadata, Notes notes) {
    at = (long) HEADER + tableSize(file.u8(10));
    for (int i = 0; i < MAX_BLOCKS && at + 1 < file.length(); i++) {
      int type = file.u8(at++);
      if (type == IMAGE && at + 9 < file.length()) {
        at += 9 + tableSize(file.u8(at + 8)) + 1;
        content(0);
      } else if (type == EXTENSION) {
        readExtension(file.u8(at++), metadata, notes);
      } else {
        return;
      }
    }
  }

  private void readExtension(int label, Metadata metadata, Notes notes) {
    if (label == COMMENT) {
      metadata.addDirectory(new CommentText(Texts.decode(content(MAX_COMMENT))));
    } else if (label == APPLICATION && !hasXmp && file.has(at + 1, XMP)) {
      // The XMP is not cut into blocks; the bytes after it lead back to the chain of blocks.
      hasXmp = true;
      long start = at + 1 + XMP.length();
      long end = file.find(1, start);
      long length = (end < 0 ? file.length() : end) - start;
      Blocks.readXmp(file.slice(start, length), metadata, notes);
      content(0);
    } else {
      content(0);
    }
  }

  private static int tableSize(int flags) {
    return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
  }

  /** What the blocks from here on hold, the first bytes of it; an empty block ends it. */
  private byte[] content(int max) {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    while (at < file.length()) {
      int length = file.u8(at++);
      if (length == 0) {
        break;
      }
      ByteView block = file.slice(Math.min(at, file.length()), length);
      if (content.size() + block.length() <= max) {
        content.writeBytes(block.copy());
      }
      at += length;
    }
    return content.toByteArray();
  }
}

package io.lumiere.exchange.internal.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.Util;

/** Reads a chunk's pages as they are in the file, one after the other. For one thread. */
final class RawPages {
  /** A header has a few dozen bytes, unless it holds the page's least and greatest texts. */
  private static final int FIRST_WINDOW = 1 << 9;

  private static final int LAST_WINDOW = 1 << 22;

  private final FileBytes file;
  private final Chunk chunk;
  private final PageMemory memory;
  private long at;

  RawPages(FileBytes file, Chunk chunk, PageMemory memory) {
    this.file = file;
    this.chunk = chunk;
    this.memory = memory;
    this.at = chunk.begin();
  }

  /** A page as it is in the file, and the header that stands before it. */
  static final class Page {
    private final PageHeader header;
    private final byte[] bytes;

    private Page(PageHeader header, byte[] bytes) {
      this.header = header;
      this.bytes = bytes;
    }

    PageHeader header() {
      return header;
    }

    /** How many bytes it has in the file. */
    int length() {
      return bytes.length;
    }

    /**
     * The page's bytes as they were before they were compressed.
     *
     * @param plain how many at the beginning are not compressed
     */
    byte[] expand(CompressionCodec codec, int plain, boolean isCompressed) throws IOException {
      int size = header.getUncompressed_page_size();
      if (!isCompressed || codec == CompressionCodec.UNCOMPRESSED) {
        requireSize(bytes.length, size);
        return bytes;
      }
      if (plain > size) {
        throw new IOException("a page's levels are longer than the page");
      }
      byte[] rest = Codecs.decompress(codec, bytes, plain, size - plain);
      if (plain == 0) {
        return rest;
      }
      byte[] whole = Arrays.copyOf(bytes, size);
      System.arraycopy(rest, 0, whole, plain, rest.length);
      return whole;
    }

    private static void requireSize(int found, int stated) throws IOException {
      if (found != stated) {
        throw new IOException("a page should have " + stated + " bytes, not " + found);
      }
    }
  }

  /**
   * The next page.
   *
   * @throws IOException if the chunk ends, or no page follows
   */
  Page next() throws IOException {
    PageHeader header = header();
    int length = header.getCompressed_page_size();
    int size = header.getUncompressed_page_size();
    if (length < 0 || length > chunk.end() - at || size < 0 || size > PageMemory.MAX_PAGE) {
      throw new IOException(
          "a page should have " + length + " bytes, and " + size + " decompressed");
    }
    memory.requireRoom((long) length + size);
    byte[] bytes = file.read(at, length);
    at += length;
    requireSum(header, bytes);
    return new Page(header, bytes);
  }

  private PageHeader header() throws IOException {
    for (int window = FIRST_WINDOW; ; window *= 8) {
      int count = (int) Math.min(window, chunk.end() - at);
      byte[] bytes = file.read(at, count);
      try {
        int length = ThriftSkim.skim(bytes, 0, count).length();
        at += length;
        return header(new ByteArrayInputStream(bytes, 0, length));
      } catch (ThriftSkim.CutOffException e) {
        if (count < window || window >= LAST_WINDOW) {
          throw new IOException("a page's header is cut off", e);
        }
      }
    }
  }

  private static PageHeader header(InputStream bytes) throws IOException {
    try {
      return Util.readPageHeader(bytes);
    } catch (IOException e) {
      throw Required.missing(e);
    }
  }

  /** Not all writers write a checksum. */
  private static void requireSum(PageHeader header, byte[] bytes) throws IOException {
    if (!header.isSetCrc()) {
      return;
    }
    CRC32 sum = new CRC32();
    sum.update(bytes);
    if ((int) sum.getValue() != header.getCrc()) {
      throw new IOException("a page is damaged: its checksum is another");
    }
  }
}

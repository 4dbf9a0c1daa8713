package io.lumiere.exchange.internal.parquet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/** The parts of a sound Parquet file, which can be changed one by one and joined again. */
final class ParquetParts {
  final FileMetaData footer;
  final List<Pages> chunks = new ArrayList<>();

  /** The pages of a column in a row group. */
  static final class Pages {
    final ColumnMetaData column;
    final List<PageHeader> headers = new ArrayList<>();
    final List<byte[]> bodies = new ArrayList<>();

    Pages(ColumnMetaData column) {
      this.column = column;
    }
  }

  ParquetParts(byte[] file) throws IOException {
    int length = LittleEndian.intAt(file, file.length - 8);
    int begin = file.length - 8 - length;
    footer = Util.readFileMetaData(new ByteArrayInputStream(file, begin, length));
    for (RowGroup group : footer.getRow_groups()) {
      for (var chunk : group.getColumns()) {
        chunks.add(pages(file, chunk.getMeta_data()));
      }
    }
  }

  private static Pages pages(byte[] file, ColumnMetaData column) throws IOException {
    Pages pages = new Pages(column);
    long from = column.getData_page_offset();
    if (column.isSetDictionary_page_offset() && column.getDictionary_page_offset() > 0) {
      from = Math.min(from, column.getDictionary_page_offset());
    }
    int end = (int) (from + column.getTotal_compressed_size());
    for (int at = (int) from; at < end; ) {
      ByteArrayInputStream in = new ByteArrayInputStream(file, at, end - at);
      PageHeader header = Util.readPageHeader(in);
      int body = end - in.available();
      at = body + header.getCompressed_page_size();
      pages.headers.add(header);
      pages.bodies.add(Arrays.copyOfRange(file, body, at));
    }
    return pages;
  }

  /** Makes all pages such that damage reaches what is compressed, and no checksum gives it away. */
  void expand() throws IOException {
    for (Pages chunk : chunks) {
      for (int i = 0; i < chunk.headers.size(); i++) {
        PageHeader header = chunk.headers.get(i);
        byte[] body = chunk.bodies.get(i);
        int plain = 0;
        boolean isCompressed = chunk.column.getCodec() != CompressionCodec.UNCOMPRESSED;
        if (header.getType() == PageType.DATA_PAGE_V2) {
          var second = header.getData_page_header_v2();
          plain =
              second.getDefinition_levels_byte_length() + second.getRepetition_levels_byte_length();
          isCompressed &= !second.isSetIs_compressed() || second.isIs_compressed();
          second.setIs_compressed(false);
        }
        if (isCompressed) {
          int size = header.getUncompressed_page_size();
          byte[] rest = Codecs.decompress(chunk.column.getCodec(), body, plain, size - plain);
          byte[] whole = Arrays.copyOf(body, size);
          System.arraycopy(rest, 0, whole, plain, rest.length);
          chunk.bodies.set(i, whole);
        }
        header.unsetCrc();
      }
      chunk.column.setCodec(CompressionCodec.UNCOMPRESSED);
      fitSizes(chunk);
    }
  }

  static void fitSizes(Pages chunk) {
    for (int i = 0; i < chunk.headers.size(); i++) {
      int length = chunk.bodies.get(i).length;
      chunk.headers.get(i).setCompressed_page_size(length);
      if (chunk.column.getCodec() == CompressionCodec.UNCOMPRESSED) {
        chunk.headers.get(i).setUncompressed_page_size(length);
      }
    }
  }

  /** Writes the pages, and into the footer where they are. */
  byte[] data() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Footer.MAGIC.getBytes(StandardCharsets.US_ASCII));
    for (Pages chunk : chunks) {
      int begin = out.size();
      chunk.column.unsetDictionary_page_offset();
      chunk.column.setData_page_offset(begin);
      for (int i = 0; i < chunk.headers.size(); i++) {
        PageHeader header = chunk.headers.get(i);
        if (i == 1 && chunk.headers.getFirst().getType() == PageType.DICTIONARY_PAGE) {
          chunk.column.setDictionary_page_offset(begin);
          chunk.column.setData_page_offset(out.size());
        }
        Util.writePageHeader(header, out);
        out.writeBytes(chunk.bodies.get(i));
      }
      chunk.column.setTotal_compressed_size(out.size() - begin);
    }
    return out.toByteArray();
  }

  /** Puts the footer behind the data. */
  byte[] file(byte[] data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(data);
    Util.writeFileMetaData(footer, out);
    int length = out.size() - data.length;
    for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
      out.write(length >>> shift);
    }
    out.writeBytes(Footer.MAGIC.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }
}

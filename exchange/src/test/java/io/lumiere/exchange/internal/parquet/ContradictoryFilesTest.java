package io.lumiere.exchange.internal.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.lumiere.exchange.internal.parquet.ParquetParts.Pages;
import io.lumiere.exchange.internal.rows.BadRowException;
import io.lumiere.exchange.internal.rows.Pulse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files whose headers contradict their content are refused before memory or time is spent on them.
 */
class ContradictoryFilesTest {
  private static final String NONE = "arrow-none";
  private static final String ENCODINGS = "arrow-encodings";

  @TempDir Path temp;

  /** A change of a file whose parts are known. */
  @FunctionalInterface
  private interface Change {
    void make(ParquetParts parts) throws IOException;
  }

  @Test
  void goodFilesAreTakenAsTheyAre() throws IOException {
    for (byte[] file : ParquetFuzzTest.files()) {
      read(file);
      read(rebuilt(file, parts -> {}));
      read(rebuilt(file, ParquetParts::expand));
    }
  }

  @Test
  void aSizeThatThePageDoesNotHave() throws IOException {
    refused(
        NONE, parts -> page(parts, "path", 0).setUncompressed_page_size(1 << 20), "should have");
    refused(NONE, parts -> page(parts, "path", 0).setUncompressed_page_size(-1), "should have");
    refused(
        NONE,
        parts -> page(parts, "path", 0).setCompressed_page_size(Integer.MAX_VALUE),
        "a page should have 2147483647 bytes");
  }

  @Test
  void aPageOfMoreValuesThanTheColumn() throws IOException {
    refused(
        ENCODINGS,
        parts -> page(parts, "path", 0).getData_page_header_v2().setNum_values(1 << 30),
        "a page should have 1073741824 of 3 values after 0");
  }

  @Test
  void aDictionaryOfMoreValuesThanBytes() throws IOException {
    refused(
        NONE,
        parts -> page(parts, "path", 0).getDictionary_page_header().setNum_values(1 << 30),
        "should have 1073741824 values");
  }

  @Test
  void moreRowsThanBytesCanHold() throws IOException {
    refused(
        NONE,
        parts -> {
          long rows = 1L << 40;
          parts.footer.setNum_rows(rows).getRow_groups().getFirst().setNum_rows(rows);
          parts.chunks.forEach(chunk -> chunk.column.setNum_values(rows));
        },
        "it says it has 1099511627776 rows");
    refused(NONE, parts -> parts.footer.setNum_rows(5), "its row groups have 3 rows, and it says");
    refused(
        NONE,
        parts -> parts.footer.setNum_rows(2).getRow_groups().getFirst().setNum_rows(2),
        "should have 3 values in 2 rows");
  }

  /** The same bytes as many row groups: each reads them again. */
  @Test
  void columnsThatAreReadAgainAndAgain() throws IOException {
    refused(
        NONE,
        parts -> {
          List<RowGroup> groups = parts.footer.getRow_groups();
          groups.addAll(Collections.nCopies(50, groups.getFirst()));
          parts.footer.setNum_rows(3L * groups.size());
        },
        "its columns have more bytes than the file");
  }

  @Test
  void aRunOfMoreValuesThanThereAre() throws IOException {
    refused(
        NONE, parts -> body(parts, "iso", 1, 4, 0xff, 0xff, 0xff, 0xff, 0xf), "a page has a run");
    refused(NONE, parts -> body(parts, "iso", 1, 4, 0, 0, 0, 0, 0, 0), "a run of no values");
    refused(NONE, parts -> body(parts, "iso", 1, 0, 0xff, 0xff, 0xff, 0x7f), "levels should have");
  }

  @Test
  void moreDifferencesThanValues() throws IOException {
    int afterLevels =
        page(parts(ENCODINGS), "iso", 0)
            .getData_page_header_v2()
            .getDefinition_levels_byte_length();
    refused(
        ENCODINGS,
        parts -> {
          parts.expand();
          body(parts, "iso", 0, afterLevels, 0x80, 1, 4, 0xff, 0xff, 0xff, 0xff, 7);
        },
        "a page has 2147483647 differences for 3 values");
    refused(
        ENCODINGS,
        parts -> {
          parts.expand();
          body(parts, "iso", 0, afterLevels, 0xff, 0xff, 0xff, 0xff, 7, 0xff, 0xff, 0xff, 0xff, 7);
        },
        "a page has blocks of 2147483647 values");
  }

  /** A text that shares two gigabytes with the one before it. */
  @Test
  void aTextThatSharesMoreThanThereIs() throws IOException {
    refused(
        ENCODINGS,
        parts -> {
          parts.expand();
          Pages chunk = chunk(parts, "path");
          int levels =
              chunk.headers.getFirst().getData_page_header_v2().getDefinition_levels_byte_length();
          byte[] good = chunk.bodies.getFirst();
          ByteArrayOutputStream out = new ByteArrayOutputStream();
          out.write(good, 0, levels);
          // Blocks of 128 in 4 parts, 1 value: 1073741823. Then an ending of no bytes.
          out.writeBytes(bytes(0x80, 1, 4, 3, 0xfe, 0xff, 0xff, 0xff, 7, 0, 0, 0, 0, 0));
          out.writeBytes(bytes(0x80, 1, 4, 3, 0, 0, 0, 0, 0, 0));
          chunk.bodies.set(0, out.toByteArray());
          ParquetParts.fitSizes(chunk);
        },
        "shares more than the one before it has");
  }

  @Test
  void aFooterOfAnotherLength() throws IOException {
    byte[] file = resource(NONE);
    for (int length : new int[] {0, -1, Integer.MAX_VALUE, file.length - 11}) {
      byte[] lying = file.clone();
      for (int i = 0; i < 4; i++) {
        lying[file.length - 8 + i] = (byte) (length >>> (8 * i));
      }
      refused(lying, "its description should have");
    }
    refused(Arrays.copyOf(file, file.length - 1), "it ends with something other than PAR1");
    refused(Arrays.copyOfRange(file, 1, file.length), "it begins with something other than PAR1");
  }

  @Test
  void aFooterOfLongTextsAndDeepNesting() throws IOException {
    refused(withFooter(bytes(0x15, 2, 0x18, 0xff, 0xff, 0xff, 0xff, 7)), "cut off");
    refused(withFooter(bytes(0x15, 2, 0x29, 0xfc, 0xff, 0xff, 0xff, 0xff, 7)), "cut off");
    byte[] structs = new byte[1_000_000];
    Arrays.fill(structs, (byte) 0xfc);
    refused(withFooter(structs), "nested deeper than");
    byte[] lists = new byte[1_000_000];
    Arrays.fill(lists, (byte) 0x19);
    refused(withFooter(lists), "nested deeper than");
  }

  @Test
  void aSchemaThatIsNoTree() throws IOException {
    refused(
        NONE,
        parts -> {
          List<SchemaElement> elements = new ArrayList<>();
          for (int i = 0; i < 5_000; i++) {
            elements.add(new SchemaElement("deep").setNum_children(1));
          }
          parts.footer.setSchema(elements);
        },
        "its schema cannot be: element deep");
    refused(
        NONE,
        parts -> parts.footer.getSchema().getFirst().setNum_children(3),
        "its schema cannot be");
    refused(
        NONE,
        parts -> parts.footer.getSchema().getFirst().setNum_children(300),
        "its schema has fewer columns than it says");
    refused(
        NONE,
        parts -> parts.footer.getSchema().get(1).setName("title"),
        "two of its columns are called title");
  }

  /** A few kilobytes that become hundreds of megabytes. */
  @Test
  void aBomb() throws IOException {
    byte[] zeros = Zstd.compress(new byte[32 << 20], 19);
    refused(
        "arrow-checksums",
        parts -> {
          for (Pages chunk : parts.chunks) {
            PageHeader first = chunk.headers.getFirst().setUncompressed_page_size(32 << 20);
            first.setCompressed_page_size(zeros.length).unsetCrc();
            chunk.bodies.set(0, zeros);
          }
        },
        "at most 256 times its size");
  }

  @Test
  void aTextThatIsNone() throws IOException {
    refused(
        NONE,
        parts -> {
          Pages chunk = chunk(parts, "path");
          chunk.bodies.getFirst()[5] = (byte) 0xff;
        },
        "a text is not written in UTF-8");
  }

  @Test
  void aChecksumOfAnotherPage() throws IOException {
    refused(
        "arrow-checksums",
        parts -> page(parts, "vector", 0).setCrc(5),
        "a page is damaged: its checksum is another");
  }

  /** The library's own words for these have a kilobyte, or are a number. */
  @Test
  void whatIsMissingIsSaidInShort() throws IOException {
    refused(
        "arrow-checksums",
        parts -> parts.footer.getSchema().get(1).unsetRepetition_type(),
        "its schema cannot be: element ");
    assertThat(Required.missing(new IOException("Required field 'version' was not found! Struct:")))
        .hasMessage("its description lacks version, or names one that is not known");
    byte[] garbage = {5, 1, 2, 3};
    assertThatThrownBy(() -> Codecs.decompress(CompressionCodec.SNAPPY, garbage, 0, 5))
        .hasMessage("a page cannot be decompressed");
  }

  private void refused(String name, Change change, String message) throws IOException {
    refused(rebuilt(resource(name), change), message);
  }

  private void refused(byte[] file, String message) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(message);
  }

  private void read(byte[] file) throws IOException {
    Path path = Files.write(temp.resolve("lying.parquet"), file);
    try (ParquetSource source = ParquetSource.open(path, Set.of(), new Pulse())) {
      while (source.next() != null) {
        assertThat(source.part()).isBetween(0.0, 1.0);
      }
    } catch (BadRowException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] rebuilt(byte[] file, Change change) throws IOException {
    ParquetParts parts = new ParquetParts(file);
    change.make(parts);
    return parts.file(parts.data());
  }

  private static byte[] withFooter(byte[] footer) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Footer.MAGIC.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(footer);
    for (int i = 0; i < 4; i++) {
      out.write(footer.length >>> (8 * i));
    }
    out.writeBytes(Footer.MAGIC.getBytes(StandardCharsets.US_ASCII));
    return out.toByteArray();
  }

  private static Pages chunk(ParquetParts parts, String column) {
    return parts.chunks.stream()
        .filter(chunk -> chunk.column.getPath_in_schema().getFirst().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static PageHeader page(ParquetParts parts, String column, int page) {
    return chunk(parts, column).headers.get(page);
  }

  private static void body(ParquetParts parts, String column, int page, int at, int... bytes) {
    byte[] body = chunk(parts, column).bodies.get(page);
    System.arraycopy(bytes(bytes), 0, body, at, Math.min(bytes.length, body.length - at));
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  private static ParquetParts parts(String name) throws IOException {
    return new ParquetParts(resource(name));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        ContradictoryFilesTest.class.getResourceAsStream(
            "/io/lumiere/exchange/" + name + ".parquet")) {
      return in.readAllBytes();
    }
  }
}

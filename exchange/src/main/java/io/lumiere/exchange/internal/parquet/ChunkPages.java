package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.parquet.PageLayout.Levels;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.PageType;
import org.jspecify.annotations.Nullable;

/**
 * Gives the pages of one column in one row group to the library's decoders, one at a time. The
 * library's own reader of files needs Hadoop, and believes what pages say. For one thread.
 */
final class ChunkPages implements PageReader, AutoCloseable {
  /** Memory that an entry of a dictionary takes in addition to its bytes. */
  private static final int ENTRY_BYTES = 64;

  private final Chunk chunk;
  private final RawPages raw;
  private final PageMemory memory;
  private final Consumption consumption;
  private RawPages.@Nullable Page waiting;
  private long values;
  private long rows;
  private long held;
  private long dictionaryHeld;

  ChunkPages(FileBytes file, Chunk chunk, PageMemory memory, Consumption consumption) {
    this.chunk = chunk;
    this.memory = memory;
    this.consumption = consumption;
    this.raw = new RawPages(file, chunk, memory);
  }

  @Override
  public long getTotalValueCount() {
    return chunk.values();
  }

  /** The dictionary, which stands before all other pages; null if there is none. */
  @Override
  public @Nullable DictionaryPage readDictionaryPage() {
    try {
      RawPages.Page page = raw.next();
      if (page.header().getType() != PageType.DICTIONARY_PAGE) {
        waiting = page;
        return null;
      }
      return dictionary(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  @Override
  public DataPage readPage() {
    try {
      memory.release(held);
      held = 0;
      RawPages.Page page = waiting == null ? raw.next() : waiting;
      waiting = null;
      while (page.header().getType() == PageType.INDEX_PAGE || values(page) == 0) {
        page = raw.next();
      }
      return data(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  /**
   * Checks that everything was read.
   *
   * @throws IOException if pages have other values than the row group says
   */
  void finish() throws IOException {
    if (values != chunk.values() || rows != chunk.rows()) {
      throw new IOException(
          "pages of column "
              + String.join(".", chunk.column().getPath())
              + " have "
              + rows
              + " rows, and the row group says "
              + chunk.rows());
    }
  }

  @Override
  public void close() {
    memory.release(held + dictionaryHeld);
    held = 0;
    dictionaryHeld = 0;
  }

  private DictionaryPage dictionary(RawPages.Page page) throws IOException {
    DictionaryPageHeader header =
        Required.of(page.header().getDictionary_page_header(), "a dictionary's header");
    int size = page.header().getUncompressed_page_size();
    int entries = header.getNum_values();
    if (entries < 0 || entries > size) {
      throw new IOException(
          "a dictionary of " + size + " bytes should have " + entries + " values");
    }
    dictionaryHeld = size + (long) ENTRY_BYTES * entries;
    memory.hold(dictionaryHeld);
    byte[] bytes = expand(page, 0, true);
    return new DictionaryPage(BytesInput.from(bytes), entries, encoding(header.getEncoding()));
  }

  private static int values(RawPages.Page page) throws IOException {
    return switch (Required.of(page.header().getType(), "a page's type")) {
      case DATA_PAGE -> first(page).getNum_values();
      case DATA_PAGE_V2 -> second(page).getNum_values();
      case INDEX_PAGE, DICTIONARY_PAGE ->
          throw new IOException("a dictionary is in the wrong place");
    };
  }

  private static DataPageHeader first(RawPages.Page page) throws IOException {
    return Required.of(page.header().getData_page_header(), "a page's header");
  }

  private static DataPageHeaderV2 second(RawPages.Page page) throws IOException {
    return Required.of(page.header().getData_page_header_v2(), "a page's header");
  }

  private DataPage data(RawPages.Page page) throws IOException {
    int count = values(page);
    if (count < 0 || count > chunk.values() - values) {
      throw new IOException(
          "a page should have " + count + " of " + chunk.values() + " values after " + values);
    }
    values += count;
    if (chunk.column().getMaxRepetitionLevel() > 0) {
      consumption.list(count);
    }
    // Counts until it is known how much memory the decoders need for it.
    held = page.header().getUncompressed_page_size();
    memory.hold(held);
    return page.header().getType() == PageType.DATA_PAGE
        ? first(page, first(page), count)
        : second(page, second(page), count);
  }

  private DataPage first(RawPages.Page page, DataPageHeader header, int count) throws IOException {
    requireLevels(header.getRepetition_level_encoding(), chunk.column().getMaxRepetitionLevel());
    requireLevels(header.getDefinition_level_encoding(), chunk.column().getMaxDefinitionLevel());
    Encoding encoding = encoding(header.getEncoding());
    byte[] bytes = expand(page, 0, true);
    check(count, encoding, Levels.PREFIXED, bytes);
    return new DataPageV1(
        BytesInput.from(bytes), count, bytes.length, null, Encoding.RLE, Encoding.RLE, encoding);
  }

  private DataPage second(RawPages.Page page, DataPageHeaderV2 header, int count)
      throws IOException {
    Levels levels =
        new Levels(
            header.getRepetition_levels_byte_length(), header.getDefinition_levels_byte_length());
    long both = (long) levels.repetitions() + levels.definitions();
    if (levels.repetitions() < 0 || levels.definitions() < 0 || both > page.length()) {
      throw new IOException("a page's levels are longer than the page");
    }
    byte[] bytes =
        expand(page, (int) both, !header.isSetIs_compressed() || header.isIs_compressed());
    Encoding encoding = encoding(header.getEncoding());
    check(count, encoding, levels, bytes);
    return DataPageV2.uncompressed(
        count,
        0,
        count,
        BytesInput.from(bytes, 0, levels.repetitions()),
        BytesInput.from(bytes, levels.repetitions(), levels.definitions()),
        encoding,
        BytesInput.from(bytes, (int) both, bytes.length - (int) both),
        null);
  }

  private void check(int count, Encoding encoding, Levels levels, byte[] bytes) throws IOException {
    PageLayout.Content content = PageLayout.walk(chunk.column(), count, encoding, levels, bytes);
    rows += content.rows();
    memory.hold(content.memory() - held);
    held = content.memory();
  }

  private byte[] expand(RawPages.Page page, int plain, boolean isCompressed) throws IOException {
    int size = page.header().getUncompressed_page_size();
    consumption.expand(size);
    return page.expand(chunk.codec(), plain, isCompressed);
  }

  private static void requireLevels(
      org.apache.parquet.format.@Nullable Encoding encoding, int maxLevel) throws IOException {
    if (maxLevel > 0 && encoding != org.apache.parquet.format.Encoding.RLE) {
      throw new IOException("a page's levels are encoded as " + encoding + ": it takes RLE");
    }
  }

  private static Encoding encoding(org.apache.parquet.format.@Nullable Encoding encoding)
      throws IOException {
    return Encoding.valueOf(Required.of(encoding, "an encoding").name());
  }
}

package io.lumiere.exchange.internal.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * One column's part of a row group.
 *
 * @param column that it is of
 * @param begin of its first page in the file
 * @param end of its last page
 * @param codec that compresses the pages
 * @param values that it has, with those that are null
 * @param rows that the group has
 */
record Chunk(
    ColumnDescriptor column, long begin, long end, CompressionCodec codec, long values, long rows) {
  /**
   * The part of a column.
   *
   * @param leaf the column's number among those of the schema that have values
   * @param dataEnd where data ends in the file
   * @throws IOException if the description contradicts itself, the schema or the file
   */
  static Chunk of(RowGroup group, int leaf, ColumnDescriptor column, long dataEnd)
      throws IOException {
    ColumnChunk chunk = Required.of(group.getColumns(), "columns").get(leaf);
    String name = String.join(".", column.getPath());
    if (chunk.isSetCrypto_metadata() || !chunk.isSetMeta_data()) {
      throw new IOException(
          "column " + name + " is encrypted: only files without such columns can be read");
    }
    if (chunk.isSetFile_path()) {
      throw new IOException("column " + name + " is in another file: only whole files can be read");
    }
    ColumnMetaData data = Required.of(chunk.getMeta_data(), "a column");
    PrimitiveTypeName type =
        new ParquetMetadataConverter().getPrimitive(Required.of(data.getType(), "a type"));
    if (!List.of(column.getPath()).equals(data.getPath_in_schema())
        || type != column.getPrimitiveType().getPrimitiveTypeName()) {
      throw new IOException("column " + name + " is described otherwise than in the schema");
    }
    long begin = begin(data);
    long length = data.getTotal_compressed_size();
    if (begin < Footer.MAGIC.length() || length <= 0 || length > dataEnd - begin) {
      throw new IOException(
          "column " + name + " should have " + length + " bytes at " + begin + " of the file");
    }
    requireValues(name, column.getMaxRepetitionLevel() > 0, data.getNum_values(), group);
    CompressionCodec codec = Required.of(data.getCodec(), "a codec");
    return new Chunk(
        column, begin, begin + length, codec, data.getNum_values(), group.getNum_rows());
  }

  private static long begin(ColumnMetaData data) {
    long pages = data.getData_page_offset();
    long dictionary = data.isSetDictionary_page_offset() ? data.getDictionary_page_offset() : 0;
    return dictionary > 0 && dictionary < pages ? dictionary : pages;
  }

  private static void requireValues(String name, boolean isList, long values, RowGroup group)
      throws IOException {
    long rows = group.getNum_rows();
    if (isList ? values < rows : values != rows) {
      throw new IOException(
          "column " + name + " should have " + values + " values in " + rows + " rows");
    }
  }
}

package io.lumiere.exchange.internal.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;
import org.apache.parquet.format.converter.ParquetMetadataConverter;
import org.apache.parquet.schema.MessageType;

/**
 * The footer of a Parquet file: its schema, and where its row groups are.
 *
 * @param schema of the file
 * @param groups its row groups, as it describes them
 * @param metadata by key
 * @param rows the sum of all groups'
 * @param dataEnd where it begins, and the data must have ended
 */
record Footer(
    MessageType schema,
    List<RowGroup> groups,
    Map<String, String> metadata,
    long rows,
    long dataEnd) {
  /** What each file begins and ends with. */
  static final String MAGIC = "PAR1";

  private static final String ENCRYPTED = "PARE";
  private static final int TAIL = Integer.BYTES + MAGIC.length();

  /**
   * The share of the heap, 1 in this many, that a footer may take: descriptions of hundreds of
   * thousands of row groups fit.
   */
  private static final int MEMORY_PART = 4;

  /**
   * Reads the footer of a file.
   *
   * @throws IOException if it has none, or one that contradicts itself
   */
  static Footer read(FileBytes file) throws IOException {
    if (file.length() < MAGIC.length() + TAIL) {
      throw new IOException("it has " + file.length() + " bytes, fewer than any Parquet file");
    }
    byte[] tail = file.read(file.length() - TAIL, TAIL);
    requireMagic(file.read(0, MAGIC.length()), 0, "begins");
    requireMagic(tail, Integer.BYTES, "ends");
    int length = LittleEndian.intAt(tail, 0);
    if (length <= 0 || length > file.length() - MAGIC.length() - TAIL) {
      throw new IOException(
          "its description should have "
              + Integer.toUnsignedString(length)
              + " bytes, and the file has "
              + file.length());
    }
    long dataEnd = file.length() - TAIL - length;
    return of(parse(file.read(dataEnd, length)), dataEnd);
  }

  private static void requireMagic(byte[] bytes, int from, String verb) throws IOException {
    byte[] found = Arrays.copyOfRange(bytes, from, from + MAGIC.length());
    if (Arrays.equals(found, ENCRYPTED.getBytes(StandardCharsets.US_ASCII))) {
      throw new IOException("it is encrypted: only files that are not can be read");
    }
    if (!Arrays.equals(found, MAGIC.getBytes(StandardCharsets.US_ASCII))) {
      throw new IOException(
          "it "
              + verb
              + " with something other than "
              + MAGIC
              + ": it is another file, or cut off");
    }
  }

  private static FileMetaData parse(byte[] bytes) throws IOException {
    long memory = ThriftSkim.skim(bytes, 0, bytes.length).memory();
    long most = Runtime.getRuntime().maxMemory() / MEMORY_PART;
    if (memory > most) {
      throw new IOException(
          "its description of "
              + bytes.length
              + " bytes takes about "
              + (memory >> 20)
              + " MB of memory, and there are "
              + (most >> 20)
              + " for it: write it with larger row groups, or allow more with"
              + " LUMIERE_JAVA_OPTS=-Xmx4g");
    }
    try {
      return Util.readFileMetaData(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException e) {
      throw Required.missing(e);
    }
  }

  private static Footer of(FileMetaData data, long dataEnd) throws IOException {
    if (data.isSetEncryption_algorithm()) {
      throw new IOException("it has encrypted columns: only files without can be read");
    }
    MessageType schema = schema(Required.of(data.getSchema(), "a schema"));
    List<RowGroup> groups = Required.of(data.getRow_groups(), "row groups");
    return new Footer(schema, groups, metadata(data), rows(groups, data.getNum_rows()), dataEnd);
  }

  private static MessageType schema(List<SchemaElement> elements) throws IOException {
    SchemaShape.check(elements);
    FileMetaData bare = new FileMetaData(1, elements, 0, List.of());
    return new ParquetMetadataConverter().fromParquetMetadata(bare).getFileMetaData().getSchema();
  }

  private static Map<String, String> metadata(FileMetaData data) {
    Map<String, String> metadata = new HashMap<>();
    List<KeyValue> entries = data.getKey_value_metadata();
    if (entries != null) {
      entries.stream()
          .filter(KeyValue::isSetValue)
          .forEach(entry -> metadata.put(entry.getKey(), entry.getValue()));
    }
    return metadata;
  }

  private static long rows(List<RowGroup> groups, long stated) throws IOException {
    long rows = 0;
    for (RowGroup group : groups) {
      long more = group.getNum_rows();
      if (more < 0 || more > Long.MAX_VALUE - rows) {
        throw new IOException("a row group of it should have " + more + " rows");
      }
      rows += more;
    }
    if (rows != stated) {
      throw new IOException("its row groups have " + rows + " rows, and it says it has " + stated);
    }
    return rows;
  }
}

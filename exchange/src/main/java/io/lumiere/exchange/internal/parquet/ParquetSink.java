package io.lumiere.exchange.internal.parquet;

import io.lumiere.exchange.internal.rows.Column;
import io.lumiere.exchange.internal.rows.ColumnType;
import io.lumiere.exchange.internal.rows.Row;
import io.lumiere.exchange.internal.rows.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/**
 * Writes a Parquet file. What is in memory is bounded by the size of a row group. Numbers of
 * vectors are split by their bytes, of which the higher ones are alike: that is what compresses.
 */
public final class ParquetSink implements RowSink {
  /** A reader holds one or two row groups decoded, several times as large. */
  private static final long ROW_GROUP_BYTES = 8L << 20;

  private final ParquetWriter<Row> writer;

  /**
   * A sink.
   *
   * @param file replaces a file of that name
   * @param metadata of the file, by key
   */
  public ParquetSink(Path file, List<Column> columns, Map<String, String> metadata)
      throws IOException {
    Builder builder =
        new Builder(new LocalOutputFile(file), new RowWriteSupport(columns, metadata))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecs())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupSize(ROW_GROUP_BYTES);
    for (Column column : columns) {
      if (column.type() == ColumnType.VECTOR) {
        builder
            .withDictionaryEncoding(ParquetSchema.elements(column), false)
            .withByteStreamSplitEncoding(ParquetSchema.elements(column), true);
      }
    }
    this.writer = builder.build();
  }

  @Override
  public void write(Row row) throws IOException {
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder extends ParquetWriter.Builder<Row, Builder> {
    private final RowWriteSupport support;

    Builder(OutputFile file, RowWriteSupport support) {
      super(file);
      this.support = support;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    @SuppressWarnings("deprecation")
    protected WriteSupport<Row> getWriteSupport(Configuration configuration) {
      throw new UnsupportedOperationException("no Hadoop is at hand");
    }

    @Override
    protected WriteSupport<Row> getWriteSupport(ParquetConfiguration configuration) {
      return support;
    }
  }
}

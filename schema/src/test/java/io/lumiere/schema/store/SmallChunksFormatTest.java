package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfo;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;

/** Stored fields are in smaller chunks, which Lucene's own codec reads and goes on from. */
class SmallChunksFormatTest {
  private static final int DOCUMENTS = 5_000;

  private static void write(Directory directory, Codec codec, int first) throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setCodec(codec).setUseCompoundFile(false);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = first; i < first + DOCUMENTS; i++) {
        Document document = new Document();
        document.add(new StoredField("text", "the photo of number " + i));
        document.add(new StoredField("number", i));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
  }

  /** What a file of the only segment says. */
  private static int chunkSize(Directory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      SegmentInfo segment =
          ((SegmentReader) reader.leaves().getFirst().reader()).getSegmentInfo().info;
      String file = IndexFileNames.segmentFileName(segment.name, "", "fdm");
      try (IndexInput meta = directory.openInput(file, IOContext.DEFAULT)) {
        CodecUtil.checkIndexHeader(
            meta, "Lucene90FieldsIndexMeta", 0, Integer.MAX_VALUE, segment.getId(), "");
        return meta.readVInt();
      }
    }
  }

  private static void checkDocuments(Directory directory, int count) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      assertThat(reader.numDocs()).isEqualTo(count);
      assertThat(reader.leaves()).hasSize(1);
      SegmentReader segment = (SegmentReader) reader.leaves().getFirst().reader();
      assertThat(segment.getSegmentInfo().info.getCodec()).isSameAs(Codec.getDefault());
      BitSet numbers = new BitSet(count);
      for (int i = 0; i < count; i++) {
        Document document = reader.storedFields().document(i);
        int number = document.getField("number").numericValue().intValue();
        assertThat(document.get("text")).isEqualTo("the photo of number " + number);
        numbers.set(number);
      }
      assertThat(numbers.nextClearBit(0)).isEqualTo(count);
    }
  }

  @Test
  void lucenesOwnCodecReadsThem() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, new PhotoCodec(), 0);
      assertThat(chunkSize(directory)).isEqualTo(32_768);
      checkDocuments(directory, DOCUMENTS);
    }
  }

  @Test
  void anIndexOfLargeChunksIsMergedIntoSmallOnesAndBack() throws IOException {
    try (Directory directory = new ByteBuffersDirectory()) {
      write(directory, Codec.getDefault(), 0);
      assertThat(chunkSize(directory)).isEqualTo(81_920);
      write(directory, new PhotoCodec(), DOCUMENTS);
      assertThat(chunkSize(directory)).isEqualTo(32_768);
      checkDocuments(directory, 2 * DOCUMENTS);
      write(directory, Codec.getDefault(), 2 * DOCUMENTS);
      assertThat(chunkSize(directory)).isEqualTo(81_920);
      checkDocuments(directory, 3 * DOCUMENTS);
    }
  }
}

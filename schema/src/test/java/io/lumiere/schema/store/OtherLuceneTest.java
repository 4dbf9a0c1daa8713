package io.lumiere.schema.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index in a format that is not known here. */
class OtherLuceneTest {
  @TempDir private Path index;

  @BeforeEach
  void write() throws IOException {
    IndexWriterConfig config =
        new IndexWriterConfig().setCodec(new FilterCodec("Unheard", Codec.getDefault()) {});
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(index), config)) {
      writer.addDocument(new Document());
    }
  }

  private void assertRefused(ThrowingCallable opening) {
    assertThatThrownBy(opening)
        .isInstanceOf(LumiereException.class)
        .hasFieldOrPropertyWithValue("fault", Fault.INDEX_OF_OTHER_VERSION)
        .hasMessageContaining("index " + index + " was written by another Lucene");
  }

  @Test
  void isRefusedByWhateverReadsOrWritesIt() {
    assertRefused(() -> OpenIndex.at(index));
    assertRefused(() -> IndexFolder.readMetadata(index));
    assertRefused(() -> IndexFolder.inspect(index));
    assertRefused(() -> PhotoWriter.openExisting(index, () -> false, ""));
    assertRefused(() -> PhotoWriter.open(index, () -> false, ""));
  }
}

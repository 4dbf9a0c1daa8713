package io.lumiere.examples.probe;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Makes an index of one empty document with the Lucene at hand. Argument: where. */
public final class WriterProbe {
  private WriterProbe() {}

  public static void main(String[] args) throws IOException {
    try (var writer =
        new IndexWriter(FSDirectory.open(Path.of(args[0])), new IndexWriterConfig())) {
      writer.addDocument(new Document());
    }
  }
}

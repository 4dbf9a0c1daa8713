package io.lumiere.exchange;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.Fields;
import io.lumiere.schema.IndexTrouble;
import io.lumiere.schema.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;

/**
 * Writes photos into an index in one commit: until then nothing of it is seen, and if it is closed
 * before, the index is as it was. Holds the index's lock until it is closed. For one thread.
 */
final class PhotoWriter implements Closeable {
  private static final double RAM_BUFFER_MB = 64;

  private final Path index;
  private final boolean fresh;
  private final FSDirectory directory;
  private final IndexWriter writer;

  private PhotoWriter(Path index, boolean fresh, FSDirectory directory, IndexWriter writer) {
    this.index = index;
    this.fresh = fresh;
    this.directory = directory;
    this.writer = writer;
  }

  /**
   * Opens the index for writing, and makes its folder where there is none.
   *
   * @throws LumiereException if it cannot be written, or another process writes it
   */
  static PhotoWriter open(Path index) {
    try {
      boolean fresh = !Files.isDirectory(index);
      Files.createDirectories(index);
      FSDirectory directory = FSDirectory.open(index);
      IndexWriterConfig config =
          new IndexWriterConfig(Words.analyzer()).setRAMBufferSizeMB(RAM_BUFFER_MB);
      try {
        return new PhotoWriter(index, fresh, directory, new IndexWriter(directory, config));
      } catch (IOException e) {
        directory.close();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw new LumiereException(
          "index "
              + index
              + " is being written by another Lumiere: wait until that has ended, or name another"
              + " with --index",
          e);
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /** What the last commit says; empty if there is none. */
  Map<String, String> committedData() throws IOException {
    return DirectoryReader.indexExists(directory)
        ? SegmentInfos.readLatestCommit(directory).getUserData()
        : Map.of();
  }

  /** The index as it was committed last; null if it was not. */
  @Nullable DirectoryReader reader() throws IOException {
    return DirectoryReader.indexExists(directory) ? DirectoryReader.open(directory) : null;
  }

  /** Puts a photo in the place of those that have its id or its path. */
  void replace(String id, String path, Document document) {
    try {
      writer.deleteDocuments(new Term(Fields.PATH, path), new Term(Fields.FAILURE_PATH, path));
      writer.updateDocument(new Term(Fields.ID, id), document);
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw unwritable(index, e);
    }
  }

  /** Puts a failure in the place of one with its path. */
  void replaceFailure(String path, Document document) {
    try {
      writer.updateDocument(new Term(Fields.FAILURE_PATH, path), document);
    } catch (IOException | IllegalStateException e) {
      throw unwritable(index, e);
    }
  }

  /**
   * Makes all of it the index, with merged segments, and ends the writing.
   *
   * @param data what the commit says
   * @return how many photos the index has
   */
  long commit(Map<String, String> data) {
    try {
      writer.setLiveCommitData(data.entrySet());
      writer.close();
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return new IndexSearcher(reader).count(new FieldExistsQuery(Fields.ID));
      }
    } catch (IOException | IllegalStateException e) {
      throw unwritable(index, e);
    }
  }

  /** Lets go of the index; what is not committed is lost. */
  @Override
  public void close() {
    try (directory) {
      if (writer.isOpen()) {
        writer.rollback();
      }
      if (fresh && !DirectoryReader.indexExists(directory)) {
        Files.deleteIfExists(index.resolve(IndexWriter.WRITE_LOCK_NAME));
        Files.deleteIfExists(index);
      }
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  private static LumiereException unwritable(Path index, Exception e) {
    return IndexTrouble.writing(
        index.toString(), e, "nothing was imported, and the index is as it was");
  }
}

package io.lumiere.indexer.internal.store;

import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.LumiereException;
import io.lumiere.schema.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;

/** The writer of an index. Thread-safe. Holds the index's lock until it is closed. */
public final class PhotoStore implements Closeable {
  private static final double RAM_BUFFER_MB = 64;

  private final Path index;
  private final FSDirectory directory;
  private final ConcurrentMergeScheduler merges;
  private final IndexWriter writer;

  private PhotoStore(
      Path index, FSDirectory directory, ConcurrentMergeScheduler merges, IndexWriter writer) {
    this.index = index;
    this.directory = directory;
    this.merges = merges;
    this.writer = writer;
  }

  /**
   * Opens the index for writing, and makes it where there is none.
   *
   * @throws LumiereException if it cannot be written, or another process writes it
   */
  public static PhotoStore open(Path index) {
    try {
      Files.createDirectories(index);
      FSDirectory directory = FSDirectory.open(index);
      ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
      IndexWriterConfig config =
          new IndexWriterConfig(Words.analyzer())
              .setRAMBufferSizeMB(RAM_BUFFER_MB)
              .setMergeScheduler(merges)
              .setCommitOnClose(false);
      try {
        return new PhotoStore(index, directory, merges, new IndexWriter(directory, config));
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

  /** The index as it was committed last. */
  public Snapshot snapshot() {
    try {
      return new Snapshot(DirectoryReader.open(directory));
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /** What every commit from now on says of the index. A change of it is committed at once. */
  public void describe(IndexMetadata metadata, Map<String, String> more) {
    try {
      Map<String, String> data = metadata.toUserData();
      data.putAll(more);
      boolean fresh = !DirectoryReader.indexExists(directory);
      if (fresh || !data.equals(committedData())) {
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
      }
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /** What the last commit says; empty if there is none. */
  public Map<String, String> committedData() {
    try {
      return DirectoryReader.indexExists(directory)
          ? SegmentInfos.readLatestCommit(directory).getUserData()
          : Map.of();
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /**
   * Puts {@code document} in the place of all documents that have one of the terms, as one step.
   */
  public void replace(List<Term> terms, Document document) {
    try {
      switch (terms.size()) {
        case 0 -> writer.addDocument(document);
        case 1 -> writer.updateDocument(terms.getFirst(), document);
        default -> {
          BooleanQuery.Builder any = new BooleanQuery.Builder();
          terms.forEach(term -> any.add(new TermQuery(term), Occur.SHOULD));
          writer.updateDocuments(any.build(), List.of(document));
        }
      }
    } catch (IOException | IllegalStateException e) {
      throw unwritable(index, tragedy(e));
    }
  }

  /** Removes all documents that have one of the terms. */
  public void delete(List<Term> terms) {
    try {
      writer.deleteDocuments(terms.toArray(Term[]::new));
    } catch (IOException | IllegalStateException e) {
      throw unwritable(index, tragedy(e));
    }
  }

  /** Makes everything so far safe from a crash. */
  public void commit() {
    try {
      writer.commit();
    } catch (IOException | IllegalStateException e) {
      throw unwritable(index, tragedy(e));
    }
  }

  /** Waits for the merges of segments that go on, and commits them: closing gives them up. */
  public void settle() {
    merges.sync();
    commit();
  }

  /** How many documents have {@code field}, as of the last commit. */
  public int count(String field) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader).count(new FieldExistsQuery(field));
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /** Lets go of the index; what is not committed is lost. */
  @Override
  public void close() {
    try (directory) {
      writer.rollback();
    } catch (IOException e) {
      throw unwritable(index, e);
    }
  }

  /**
   * What closed the writer, where that has happened: later calls say only that it is closed, or
   * that it cannot go on.
   */
  private Throwable tragedy(Exception e) {
    Throwable tragedy = writer.getTragicException();
    return tragedy == null ? e : tragedy;
  }

  private static LumiereException unwritable(Path index, Throwable e) {
    return new LumiereException(
        "index "
            + index
            + " cannot be written: "
            + e.getMessage()
            + "; what was committed is safe, and the next run goes on from there",
        e);
  }
}

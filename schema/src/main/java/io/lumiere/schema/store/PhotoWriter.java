package io.lumiere.schema.store;

import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import io.lumiere.schema.Words;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
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

/**
 * The writer of an index. What it wrote is seen when it is committed. Holds the index's lock until
 * it is closed. Thread-safe.
 */
public final class PhotoWriter implements Closeable {
  private static final double RAM_BUFFER_MB = 64;
  private static final long POLL_MILLIS = 20;

  /** How long closing may take when a person waits for it. */
  private static final long CLOSE_MILLIS = 300;

  private final Path index;
  private final boolean madeFolder;
  private final FSDirectory directory;
  private final ConcurrentMergeScheduler merges;
  private final PhotoMerges policy;
  private final MergeWorkers workers = MergeWorkers.ofMachine();
  private final IndexWriter writer;
  private final BooleanSupplier stopped;
  private final String safe;

  private PhotoWriter(Path index, BooleanSupplier stopped, String safe, PhotoMerges policy)
      throws IOException {
    this.index = index;
    this.stopped = stopped;
    this.safe = safe;
    this.policy = policy;
    this.madeFolder = !Files.isDirectory(index);
    Files.createDirectories(index);
    this.directory = FSDirectory.open(index);
    this.merges =
        new ConcurrentMergeScheduler() {
          @Override
          protected void handleMergeException(Throwable failure) {
            // It closes the writer, so whoever writes or commits next says what it was. Lucene's
            // own method ends the thread with a stack trace.
          }
        };
    try {
      this.writer =
          new IndexWriter(
              directory,
              new IndexWriterConfig(Words.analyzer())
                  .setCodec(new PhotoCodec(workers))
                  .setRAMBufferSizeMB(RAM_BUFFER_MB)
                  .setMergePolicy(policy)
                  .setMergeScheduler(merges));
    } catch (IOException | IllegalArgumentException e) {
      directory.close();
      throw e;
    }
  }

  /**
   * Opens an index for writing, and makes its folder where there is none.
   *
   * @param stopped asked by all that may take long, which then ends early and leaves nothing undone
   *     that was committed
   * @param safe what is not lost where writing fails, for the message: "the photos are as they
   *     were"
   * @throws LumiereException if it cannot be written, or another process writes it
   */
  public static PhotoWriter open(Path index, BooleanSupplier stopped, String safe) {
    return open(index, stopped, safe, new PhotoMerges());
  }

  /** As {@link #open(Path, BooleanSupplier, String)}, with merges by other bounds. */
  static PhotoWriter open(Path index, BooleanSupplier stopped, String safe, PhotoMerges policy) {
    try {
      return new PhotoWriter(index, stopped, safe, policy);
    } catch (LockObtainFailedException e) {
      throw IndexErrors.inUse(index, e);
    } catch (IllegalArgumentException e) {
      throw IndexErrors.reading(index.toString(), e);
    } catch (IOException e) {
      throw IndexErrors.writing(index.toString(), e, safe);
    }
  }

  /**
   * As {@link #open(Path, BooleanSupplier, String)}, of an index that exists.
   *
   * @throws LumiereException if there is none, too
   */
  public static PhotoWriter openExisting(Path index, BooleanSupplier stopped, String safe) {
    if (IndexFolder.inspect(index) == null) {
      throw IndexErrors.missing(index, null);
    }
    return open(index, stopped, safe);
  }

  /** The index as it was committed last, to be closed by the caller; empty if it never was. */
  public Optional<DirectoryReader> reader() {
    try {
      return exists() ? Optional.of(DirectoryReader.open(directory)) : Optional.empty();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** What the last commit says of the index; see {@link IndexMetadata#fromUserData}. */
  public IndexMetadata metadata() {
    return IndexMetadata.fromUserData(committedData(), index.toString());
  }

  /**
   * What every commit from now on says of the index; what else the last one says stays. A change of
   * it is committed at once.
   */
  public void describe(IndexMetadata metadata) {
    describe(metadata, IndexMetadata.others(committedData()));
  }

  /**
   * What every commit from now on says. A change of it is committed at once.
   *
   * @param more what is said besides
   */
  public void describe(IndexMetadata metadata, Map<String, String> more) {
    try {
      Map<String, String> data = metadata.toUserData();
      data.putAll(more);
      if (!exists() || !data.equals(committedData())) {
        writer.setLiveCommitData(data.entrySet());
        writer.commit();
      }
    } catch (IOException | IllegalStateException e) {
      throw unwritable(tragedy(e));
    }
  }

  /** What the last commit says; empty if there is none. */
  public Map<String, String> committedData() {
    try {
      return exists() ? IndexFolder.committedData(directory) : Map.of();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** When the index was committed last, by the file system; the epoch if it never was. */
  public Instant committed() {
    try {
      String name = exists() ? SegmentInfos.getLastCommitSegmentsFileName(directory) : null;
      return name == null
          ? Instant.EPOCH
          : Files.getLastModifiedTime(index.resolve(name)).toInstant();
    } catch (IOException e) {
      throw unwritable(e);
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
          BooleanQuery.Builder replaced = new BooleanQuery.Builder();
          terms.forEach(term -> replaced.add(new TermQuery(term), Occur.SHOULD));
          writer.updateDocuments(replaced.build(), List.of(document));
        }
      }
    } catch (IOException | IllegalStateException | IllegalArgumentException e) {
      throw unwritable(tragedy(e));
    }
  }

  /** Removes all documents that have one of the terms. */
  public void delete(List<Term> terms) {
    try {
      writer.deleteDocuments(terms.toArray(Term[]::new));
    } catch (IOException | IllegalStateException e) {
      throw unwritable(tragedy(e));
    }
  }

  /** Makes everything so far safe from a crash. */
  public void commit() {
    try {
      writer.commit();
    } catch (IOException | IllegalStateException e) {
      throw unwritable(tragedy(e));
    }
  }

  /**
   * Makes everything so far the index, with merged segments, in one commit that says this.
   *
   * @return false where a stop came before that commit: then nothing is committed. One that comes
   *     later ends only the merging of what is left
   */
  public boolean commitMerged(Map<String, String> data) {
    try {
      writer.setLiveCommitData(data.entrySet());
      writer.flush();
    } catch (IOException | IllegalStateException e) {
      throw unwritable(tragedy(e));
    }
    awaitMerges();
    if (stopped.getAsBoolean()) {
      return false;
    }
    commit();
    mergeMore();
    return true;
  }

  /**
   * Waits for the merges of segments that go on, and commits them: closing gives them up. Where
   * photos lie in too many segments afterwards, these are merged, too, as {@link PhotoMerges} says;
   * searches go on meanwhile. A stop ends the waiting.
   */
  public void settle() {
    awaitMerges();
    commit();
    mergeMore();
  }

  private void mergeMore() {
    try {
      boolean isWorthWhile = policy.areWorthWhile(SegmentInfos.readLatestCommit(directory));
      if (isWorthWhile && !stopped.getAsBoolean()) {
        workers.useAll(merges);
        writer.forceMerge(1, false); // The policy knows to how many.
        awaitMerges();
        commit();
      }
    } catch (IOException | IllegalStateException e) {
      throw unwritable(tragedy(e));
    }
  }

  private void awaitMerges() {
    while ((writer.hasPendingMerges() || merges.mergeThreadCount() > 0)
        && !stopped.getAsBoolean()) {
      sleep();
    }
  }

  /** How many documents have {@code field}, as of the last commit. */
  public int count(String field) {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return new IndexSearcher(reader).count(new FieldExistsQuery(field));
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Lets go of the index; what is not committed is lost. A merge that goes on gives up when it has
   * built its graph of vectors, which takes long where there are many: after a stop nobody waits
   * for that, and the index is let go of later, or by the end of the program.
   */
  @Override
  public void close() {
    FutureTask<Void> closing = new FutureTask<>(this::rollback, null);
    Thread.ofPlatform().name("lumiere-close").daemon(true).start(closing);
    while (true) {
      try {
        closing.get(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        if (stopped.getAsBoolean()) {
          return;
        }
      } catch (ExecutionException e) {
        throw e.getCause() instanceof LumiereException known
            ? known
            : new LumiereException("index " + index + " cannot be closed", e);
      } catch (InterruptedException e) {
        throw new IllegalStateException("nobody has this thread to interrupt it", e);
      }
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody has this thread to interrupt it", e);
    }
  }

  /** A folder that was made for an index that never came to be is removed. */
  private void rollback() {
    try (directory) {
      writer.rollback();
      if (madeFolder && !exists()) {
        Files.deleteIfExists(index.resolve(IndexWriter.WRITE_LOCK_NAME));
        Files.deleteIfExists(index);
      }
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private boolean exists() throws IOException {
    return DirectoryReader.indexExists(directory);
  }

  /**
   * What closed the writer, where that has happened: later calls say only that it is closed, or
   * that it cannot go on.
   */
  private Throwable tragedy(Exception e) {
    Throwable tragedy = writer.getTragicException();
    return tragedy == null ? e : tragedy;
  }

  private LumiereException unwritable(Throwable e) {
    return IndexErrors.writing(index.toString(), e, safe);
  }
}

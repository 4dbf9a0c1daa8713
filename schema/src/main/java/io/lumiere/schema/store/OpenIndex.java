package io.lumiere.schema.store;

import io.lumiere.schema.IndexMetadata;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** An index that is open for reading, as its newest commit left it. Thread-safe. */
public final class OpenIndex implements Closeable {
  private final Path folder;
  private final FSDirectory directory;
  private final DirectoryReader reader;

  private OpenIndex(Path folder, FSDirectory directory, DirectoryReader reader) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * Opens an index. What its commit says is not looked at yet.
   *
   * @throws io.lumiere.base.LumiereException if there is no index, or it cannot be read
   */
  public static OpenIndex at(Path folder) {
    IndexFolder.requireFolder(folder);
    FSDirectory directory = null;
    try {
      directory = FSDirectory.open(folder);
      return new OpenIndex(folder, directory, DirectoryReader.open(directory));
    } catch (IndexNotFoundException e) {
      close(directory, null);
      throw IndexErrors.missing(folder, e);
    } catch (IOException | IllegalArgumentException e) {
      close(directory, null);
      throw IndexErrors.reading(folder.toString(), e);
    }
  }

  /** The reader of the commit; closed with this. */
  public DirectoryReader reader() {
    return reader;
  }

  /**
   * The index's files. Whoever passes the reader to an owner that closes it once nobody uses it any
   * more closes these in the end, not this index, which would close the reader at once.
   */
  public Closeable files() {
    return directory;
  }

  /** What the commit says; see {@link IndexMetadata#fromUserData}. */
  public IndexMetadata metadata() {
    return IndexMetadata.fromUserData(userData(), folder.toString());
  }

  /** What the commit says, of an older version too; see {@link IndexMetadata#fromUpgradable}. */
  public IndexMetadata upgradableMetadata() {
    return IndexMetadata.fromUpgradable(userData(), folder.toString());
  }

  /** Never fails: nothing was written, so nothing is lost. A second call does nothing. */
  @Override
  public void close() {
    close(directory, reader);
  }

  private Map<String, String> userData() {
    try {
      return reader.getIndexCommit().getUserData();
    } catch (IOException e) {
      throw IndexErrors.reading(folder.toString(), e);
    }
  }

  private static void close(@Nullable FSDirectory directory, @Nullable DirectoryReader reader) {
    try (directory;
        reader) {
      // Closing is all there is to do.
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}

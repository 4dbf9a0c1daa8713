package io.lumiere.schema;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Looks at the folder of an index before anything is written there. */
public final class IndexFolder {
  private IndexFolder() {}

  /**
   * What the last commit in {@code index} says; null if there is none and one may be made: the
   * folder is absent or empty. An index of an older version that can be upgraded is read, too.
   *
   * @throws IndexMismatchException if the commit is none of ours
   * @throws LumiereException if the folder holds anything else, or cannot be read
   */
  public static @Nullable IndexMetadata inspect(Path index) {
    if (!Files.exists(index)) {
      return null;
    }
    if (!Files.isDirectory(index)) {
      throw new LumiereException(index + " is a file: name a folder with --index");
    }
    try (FSDirectory directory = FSDirectory.open(index)) {
      if (DirectoryReader.indexExists(directory)) {
        return IndexMetadata.fromUpgradable(
            SegmentInfos.readLatestCommit(directory).getUserData(), index.toString());
      }
      requireEmpty(index);
      return null;
    } catch (IndexFormatTooNewException e) {
      throw new LumiereException(
          "index " + index + " was written by a newer Lucene: use the newer Lumiere", e);
    } catch (IndexFormatTooOldException e) {
      throw new LumiereException(
          "index " + index + " was written by an older Lucene: index into another --index", e);
    } catch (IOException e) {
      throw IndexTrouble.reading(index.toString(), e);
    }
  }

  private static void requireEmpty(Path index) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(index)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        // A run that died before its first commit leaves these, and a writer removes them.
        if (!name.equals(IndexWriter.WRITE_LOCK_NAME)
            && !name.startsWith("pending_segments_")
            && !IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()) {
          throw new LumiereException(
              "folder "
                  + index
                  + " holds "
                  + name
                  + " and is no index: name an empty folder, or one that does not exist, with"
                  + " --index");
        }
      }
    }
  }
}

package io.lumiere.schema.store;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMetadata;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Looks at the folder of an index without opening or changing it. Thread-safe. */
public final class IndexFolder {
  /** What Lucene's files begin with, but for temporary ones. */
  private static final byte[] MAGIC =
      ByteBuffer.allocate(Integer.BYTES).putInt(CodecUtil.CODEC_MAGIC).array();

  private IndexFolder() {}

  /**
   * What the newest commit of an index says of itself.
   *
   * @throws LumiereException if there is no index, or it is not of this schema version
   */
  public static IndexMetadata readMetadata(Path index) {
    requireFolder(index);
    try (FSDirectory directory = FSDirectory.open(index)) {
      return IndexMetadata.fromUserData(committedData(directory), index.toString());
    } catch (IndexNotFoundException e) {
      throw IndexErrors.missing(index, e);
    } catch (IOException | IllegalArgumentException e) {
      throw IndexErrors.reading(index.toString(), e);
    }
  }

  /**
   * What the newest commit in {@code index} says; null if there is none and one may be made: the
   * folder is absent or empty. An index of an older version that can be upgraded is read, too.
   *
   * @throws io.lumiere.schema.IndexMismatchException if Lumiere did not write the commit
   * @throws LumiereException if the folder holds anything else, or cannot be read
   */
  public static @Nullable IndexMetadata inspect(Path index) {
    if (!Files.exists(index)) {
      return null;
    }
    if (!Files.isDirectory(index)) {
      throw new LumiereException(Fault.NOT_AN_INDEX, index + " is a file");
    }
    try (FSDirectory directory = FSDirectory.open(index)) {
      if (DirectoryReader.indexExists(directory)) {
        return IndexMetadata.fromUpgradable(committedData(directory), index.toString());
      }
      requireEmpty(index);
      return null;
    } catch (IOException | IllegalArgumentException e) {
      throw IndexErrors.reading(index.toString(), e);
    }
  }

  /** Refuses a path where there is no folder, and so no index. */
  static void requireFolder(Path index) {
    if (!Files.isDirectory(index)) {
      throw IndexErrors.missing(index, null);
    }
  }

  static Map<String, String> committedData(Directory directory) throws IOException {
    return SegmentInfos.readLatestCommit(directory).getUserData();
  }

  private static void requireEmpty(Path index) throws IOException {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(index)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        // A run that died before its first commit leaves these, and a writer removes them.
        if (!name.equals(IndexWriter.WRITE_LOCK_NAME)
            && !name.startsWith("pending_segments_")
            && !(IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches() && isOfLucene(entry))) {
          throw new LumiereException(
              Fault.NOT_AN_INDEX, "folder " + index + " holds " + name + " and is not an index");
        }
      }
    }
  }

  /**
   * Whether a file may be one of Lucene's by its first bytes: a person's photos may be named as
   * these, such as {@code _dsc1234.jpg}, and a writer would remove them. A file that was not on the
   * disk yet when the power went off is empty or begins with zeros.
   */
  private static boolean isOfLucene(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC.length);
      return Arrays.equals(head, Arrays.copyOf(MAGIC, head.length))
          || Arrays.equals(head, new byte[head.length])
          || file.toString().endsWith(".tmp");
    } catch (NoSuchFileException e) {
      return true; // Whoever writes there has removed it since.
    }
  }
}

package io.lumiere.schema.store;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an index that cannot be read or written. Thread-safe. */
public final class IndexErrors {
  /** Of Lucene's names of files, those that a commit speaks of. */
  private static final Pattern FILE_OF_INDEX = Pattern.compile("[/\\\\](?:_|segments)[^/\\\\]*$");

  private IndexErrors() {}

  /** There is no index in a folder, or no folder. */
  static LumiereException missing(Path index, @Nullable Throwable cause) {
    return new LumiereException(Fault.NO_INDEX, "there is no index at " + index, cause);
  }

  /** Another process, or another part of this one, writes the index. */
  static LumiereException inUse(Path index, Throwable cause) {
    return new LumiereException(
        Fault.INDEX_IN_USE, "index " + index + " is being written by another Lumiere", cause);
  }

  /**
   * An index that cannot be read.
   *
   * @param index its folder
   */
  public static LumiereException reading(String index, Throwable cause) {
    return switch (cause) {
      case IndexFormatTooNewException newer ->
          new LumiereException(
              Fault.INDEX_OF_OTHER_VERSION,
              "index "
                  + index
                  + " was written by a newer Lucene than the one here, "
                  + Version.LATEST,
              newer);
      case IndexFormatTooOldException older ->
          new LumiereException(
              Fault.INDEX_OF_OTHER_VERSION,
              "index " + index + " was written by an older Lucene",
              older);
      // So Lucene says that it knows no format of this name.
      case IllegalArgumentException other ->
          new LumiereException(
              Fault.INDEX_OF_OTHER_VERSION,
              "index "
                  + index
                  + " was written by another Lucene than the one here, "
                  + Version.LATEST
                  + ", or by another program",
              other);
      default ->
          isDamage(cause)
              ? damaged(index, cause)
              : new LumiereException(
                  "index " + index + " cannot be read: " + message(cause), cause);
    };
  }

  /**
   * An index that cannot be written.
   *
   * @param index its folder
   * @param safe what is not lost, where the index itself is sound
   */
  public static LumiereException writing(String index, Throwable cause, String safe) {
    return isDamage(cause)
        ? damaged(index, cause)
        : new LumiereException(
            "index " + index + " cannot be written: " + message(cause) + "; " + safe, cause);
  }

  private static LumiereException damaged(String index, Throwable cause) {
    return new LumiereException(
        Fault.INDEX_DAMAGED, "index " + index + " is damaged (" + message(cause) + ")", cause);
  }

  /** Whether files of the index are not what was written, or not there. */
  private static boolean isDamage(@Nullable Throwable cause) {
    if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
      return FILE_OF_INDEX.matcher(String.valueOf(cause.getMessage())).find();
    }
    return cause instanceof CorruptIndexException
        || cause instanceof IndexNotFoundException
        || cause instanceof EOFException;
  }

  /** Lucene says of a damaged file the name of the class that read it, too. */
  private static String message(Throwable cause) {
    if (cause instanceof CorruptIndexException corrupt) {
      return corrupt.getOriginalMessage();
    }
    return cause instanceof NoSuchFileException missing
        ? missing.getFile() + " is missing"
        : String.valueOf(cause.getMessage());
  }
}

package io.lumiere.schema;

import io.lumiere.base.LumiereException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.file.NoSuchFileException;
import java.util.regex.Pattern;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexNotFoundException;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with an index that cannot be read or written, and what helps. */
public final class IndexTrouble {
  /** Of Lucene's names of files, those that a commit speaks of. */
  private static final Pattern FILE_OF_INDEX = Pattern.compile("[/\\\\](?:_|segments)[^/\\\\]*$");

  private IndexTrouble() {}

  /**
   * An index that cannot be read.
   *
   * @param index its folder
   */
  public static LumiereException reading(String index, Throwable cause) {
    return isDamage(cause)
        ? damaged(index, cause)
        : new LumiereException("index " + index + " cannot be read: " + message(cause), cause);
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
        "index "
            + index
            + " is damaged ("
            + message(cause)
            + "): delete that folder and run 'lumiere index DIR' again, or bring back a copy of"
            + " it. The photos are as they were",
        cause);
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

package io.lumiere.indexer.internal.run;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.schema.IndexMismatchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Whether an index is of the archive at hand. */
public enum ArchiveRoot {
  /** It is the folder that the last run indexed. */
  SAME,
  /** The folder that was indexed last is not there. */
  MOVED,
  /** The folder that was indexed last is there, and another one. */
  OTHER;

  /** Of so few photos a person may well have changed all. */
  private static final int FEW = 10;

  /** One photo of so many is enough to know an archive again. */
  private static final int ONE_OF = 20;

  /**
   * Refuses what is not a folder.
   *
   * @throws LumiereException if it is not there or a file
   */
  public static void requireFolder(Path archive) {
    if (!Files.isDirectory(archive)) {
      throw new LumiereException(
          Files.exists(archive)
              ? archive + " is a file: name the folder of photos"
              : "folder " + archive + " does not exist: is its disk mounted?");
    }
  }

  static ArchiveRoot of(Path archive, String recorded) {
    if (archive.toString().equals(recorded)) {
      return SAME;
    }
    try {
      Path before = Path.of(recorded);
      if (!Files.isDirectory(before)) {
        return MOVED;
      }
      return Files.isSameFile(before, archive) ? SAME : OTHER;
    } catch (InvalidPathException | IOException e) {
      return MOVED; // A path of another platform, or one that cannot be looked at.
    }
  }

  /** Refuses an archive that is another one for certain. */
  void requireNotOther(Path archive, String index, String recorded) {
    if (this == OTHER) {
      throw new IndexMismatchException(
          Fault.OTHER_ARCHIVE,
          "index "
              + index
              + " is of the archive "
              + recorded
              + ", which is still there, and not of "
              + archive);
    }
  }

  /**
   * Refuses an archive in which few of the index's photos are where they were: it is another one,
   * and the one that was indexed is on a disk that is not there today.
   */
  void requireLikeness(Path archive, String index, String recorded, long same, long known) {
    if (this == MOVED && 2 * same < known) {
      throw new IndexMismatchException(
          Fault.UNLIKE_ARCHIVE,
          String.format(
              "index %s is of the archive %s, which is not there, and %s has only %d of its %d"
                  + " photos",
              index, recorded, archive, same, known));
    }
  }

  /**
   * Refuses an archive at the right path where next to none of the index's photos are: what several
   * machines write to may be of a folder of another machine, which has the same path.
   *
   * @param same photos with the size that they had
   * @param there photos with a file at their paths, whatever its size
   */
  static void requireSome(Path archive, String index, long same, long there, long known) {
    if (known >= FEW && ONE_OF * same < known) {
      throw new IndexMismatchException(
          Fault.UNLIKE_ARCHIVE,
          String.format(
              "%s is of an archive at %s, perhaps of another machine: only %d of its %d photos are"
                  + " here as they were%s",
              index,
              archive,
              same,
              known,
              there > same ? ", and files of other sizes at the paths of " + (there - same) : ""));
    }
  }
}

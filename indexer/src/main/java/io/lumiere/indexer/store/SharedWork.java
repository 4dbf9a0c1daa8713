package io.lumiere.indexer.store;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The work of a run in parts, of which other machines, which run the same, do some. Each has
 * compared the whole archive with what the store held; a part is done by one at a time, and by
 * another one if that one dies. The last part is what can be done only when all others are. For one
 * thread.
 */
public interface SharedWork {
  /**
   * Takes part in the work that goes on, or begins it where none does.
   *
   * @param terms what all must have in common, by what it is called, with hyphens for spaces
   * @param files how many files there are to read, if the work begins here
   * @return in how many parts the files are; the last part comes after these
   * @throws io.lumiere.base.LumiereException if others have other terms
   */
  int join(Map<String, String> terms, int files);

  /**
   * Takes a part that nobody does or has done: one of the files, or the last one. Empty where there
   * is none, or none yet.
   */
  OptionalInt take();

  /** Says that the part that was taken is done; all of it is safe. */
  void done(int part);

  /** Whether a part was done when {@link #take} was called last. */
  boolean isDone(int part);

  /** The photos that are at these paths now, of which others may have written some. */
  Map<String, KnownPhoto> now(Collection<String> paths);

  /** The id of a photo that is added; the same one whoever adds the photo. */
  String newId(String path);
}

package io.lumiere.web.jobs;

import org.jspecify.annotations.Nullable;

/** What a job does. The methods besides {@link #run} are called by other threads meanwhile. */
interface JobWork {
  /** What it writes, which no other job may write meanwhile: an index or a model. */
  String writes();

  JobKind kind();

  String title();

  /** The id of the archive that it is about; null for none. */
  @Nullable String archive();

  /**
   * Does it, and returns what to say of the result.
   *
   * @throws io.lumiere.base.LumiereException if it cannot be done
   */
  String run(Job job);

  /** Asks it to end soon; its thread is interrupted as well. What is done is kept. */
  default void stop() {}

  /** Holds it, or lets it go on; false where it cannot be held. */
  default boolean hold(boolean isHeld) {
    return false;
  }
}

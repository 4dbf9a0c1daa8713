package io.lumiere.workspace.setup;

import io.lumiere.base.FailureText;
import io.lumiere.base.LumiereException;
import io.lumiere.models.download.DownloadListener;
import io.lumiere.models.download.DownloadProgress;

/**
 * Hears what set-up says: notes, one line each, and how far a download is. Called on the thread
 * that sets up, and on another one while a package is obtained, one at a time.
 */
public interface SetupListener extends DownloadListener {
  /** One that nobody listens to. Thread-safe. */
  SetupListener NONE = text -> {};

  /** Does nothing, for listeners of notes alone. */
  @Override
  default void progress(DownloadProgress progress) {}

  /** The download that {@link #progress} was about has ended, well or not. */
  default void downloaded() {}

  /**
   * Work goes on without something that could not be made ready.
   *
   * @param consequence what that means for a person, a clause
   */
  default void lacking(LumiereException failure, String consequence) {
    note(FailureText.of(failure) + "; " + consequence);
  }
}

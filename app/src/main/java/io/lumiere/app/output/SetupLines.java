package io.lumiere.app.output;

import io.lumiere.base.LumiereException;
import io.lumiere.models.download.DownloadProgress;
import io.lumiere.workspace.setup.SetupListener;

/** What set-up says, as lines of the error output. Not thread-safe. */
public final class SetupLines implements SetupListener {
  private final DownloadLine download;

  public SetupLines(Console console) {
    this.download = new DownloadLine(console);
  }

  @Override
  public void note(String text) {
    download.note(text);
  }

  @Override
  public void progress(DownloadProgress progress) {
    download.progress(progress);
  }

  @Override
  public void downloaded() {
    download.close();
  }

  /** As the command line says all failures: with what helps. */
  @Override
  public void lacking(LumiereException failure, String consequence) {
    note(FailureLine.of(failure) + "; " + consequence);
  }
}

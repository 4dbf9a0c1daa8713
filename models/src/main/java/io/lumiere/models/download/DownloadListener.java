package io.lumiere.models.download;

/** Told how a download goes, on the thread that downloads. */
public interface DownloadListener {
  /** Some times a second, and when the file is there. */
  void progress(DownloadProgress progress);

  /** Something that a person should know, such as that the download starts again; one line. */
  void note(String text);
}

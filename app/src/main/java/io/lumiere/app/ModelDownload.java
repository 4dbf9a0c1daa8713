package io.lumiere.app;

import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.download.Download;
import io.lumiere.models.download.RemoteFile;
import io.lumiere.schema.LumiereException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Brings the files of a known model into the cache, where an interrupted download goes on. */
final class ModelDownload {
  private final Console console;
  private final Home home;

  ModelDownload(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  /** Downloads what is not there yet and returns the folder of all files. */
  Path fetch(ModelSource source) {
    KnownModel known = Objects.requireNonNull(source.known(), "nothing to download");
    Path folder = folder(source);
    console.err().println(known.title() + "; licence: " + known.licence() + "; " + known.page());
    try (DownloadLine line = new DownloadLine(console)) {
      Download download = new Download(console.environment(), line);
      for (RemoteFile file : known.files()) {
        download.fetch(file, folder.resolve(file.path()));
      }
    }
    return folder;
  }

  /** Deletes what was downloaded: the model is made of it. */
  void discard(ModelSource source) {
    try (Stream<Path> files = Files.walk(folder(source))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new LumiereException(folder(source) + " cannot be deleted: " + e, e);
    }
  }

  private Path folder(ModelSource source) {
    return home.cache().resolve("downloads").resolve(source.name());
  }
}

package io.lumiere.app.setup;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.DownloadLine;
import io.lumiere.base.LumiereException;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.download.Download;
import io.lumiere.models.download.RemoteFile;
import io.lumiere.models.download.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Brings the files of a known model into the cache, where an interrupted download continues. Not
 * thread-safe.
 */
public final class ModelDownload {
  private final Console console;
  private final Home home;

  public ModelDownload(Home home) {
    this.console = home.console();
    this.home = home;
  }

  /** Downloads what is not there yet and returns the folder of all files. */
  public Path fetch(ModelSource source) {
    KnownModel known = Objects.requireNonNull(source.known(), "nothing to download");
    Path folder = folder(source);
    console.err().println(known.title() + "; licence: " + known.licence() + "; " + known.page());
    try (DownloadLine line = new DownloadLine(console)) {
      Download download = new Download(console.environment(), line);
      for (RemoteFile file : known.files()) {
        download.fetch(file, folder.resolve(file.path()));
      }
    } catch (UnavailableException e) {
      throw new LumiereException(e.getMessage() + ". " + byHand(known), e);
    }
    return folder;
  }

  private static String byHand(KnownModel known) {
    String add = "lumiere models add " + known.name() + " --from ";
    return known.files().size() == 1
        ? "Or bring the file to this machine by hand and run: " + add + "FILE"
        : "Or bring the "
            + known.files().size()
            + " files that 'lumiere models info "
            + known.name()
            + "' lists to a folder of this machine by hand and run: "
            + add
            + "FOLDER";
  }

  /** Deletes what was downloaded: the model is made of it. */
  public void discard(ModelSource source) {
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

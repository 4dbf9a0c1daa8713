package io.lumiere.workspace.setup;

import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.base.ProcessLock;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.download.Download;
import io.lumiere.models.download.RemoteFile;
import io.lumiere.models.download.UnavailableException;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/**
 * Brings the files of a known model into the cache, where an interrupted download continues. Not
 * thread-safe.
 */
public final class ModelDownload {
  private final Home home;
  private final SetupListener listener;

  public ModelDownload(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
  }

  /**
   * Does something with a model's files while no other process and no other thread does, and waits
   * for those that do: two downloads into one file would damage it.
   *
   * @throws LumiereException if another one takes too long
   */
  <T> T alone(ModelSource source, Callable<T> action) {
    Path target = folder(source).resolveSibling(source.name() + ".lock");
    try {
      return new ProcessLock(target, listener::note).hold(action);
    } catch (IOException e) {
      throw new LumiereException(target + " cannot be written: " + e, e);
    }
  }

  /** Downloads what is not there yet and returns the folder of all files. */
  public Path fetch(ModelSource source) {
    KnownModel known = Objects.requireNonNull(source.known(), "nothing to download");
    Path folder = folder(source);
    listener.note(known.title() + "; licence: " + known.licence() + "; " + known.page());
    try {
      Download download = new Download(home.environment(), listener);
      for (RemoteFile file : known.files()) {
        download.fetch(file, folder.resolve(file.path()));
      }
    } catch (UnavailableException e) {
      throw new LumiereException(
          known.files().size() == 1 ? Fault.FILE_UNAVAILABLE : Fault.FILES_UNAVAILABLE,
          known.name(),
          String.valueOf(e.getMessage()),
          e);
    } finally {
      listener.downloaded();
    }
    return folder;
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

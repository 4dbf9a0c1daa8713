package io.lumiere.web.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of the built page on the class path. A file is read and compressed when it is first
 * asked for and kept: all of them together are less than a megabyte. Thread-safe.
 */
final class PageFiles {
  /** The folder on the class path that Vite builds into. */
  static final String FOLDER = "/io/lumiere/web/page/site";

  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+");

  private final String folder;
  private final Map<String, PageFile> kept = new ConcurrentHashMap<>();

  PageFiles(String folder) {
    this.folder = folder;
  }

  /** The file of a path such as /assets/index-4f2.js; null if there is none. */
  @Nullable PageFile find(String path) {
    PageFile file = kept.get(path);
    if (file == null) {
      file = read(path);
      if (file != null) {
        kept.put(path, file);
      }
    }
    return file;
  }

  private @Nullable PageFile read(String path) {
    String type = PageFile.type(path);
    if (type == null || !PATH.matcher(path).matches()) {
      return null;
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(folder + path)) {
      return in == null ? null : PageFile.of(path, in.readAllBytes(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

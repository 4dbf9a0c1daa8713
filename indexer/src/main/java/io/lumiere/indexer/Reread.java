package io.lumiere.indexer;

import io.lumiere.base.LumiereException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Which photos a run reads again although they seem unchanged. Their metadata are read again, and
 * also their pixels where the content has changed. Immutable.
 *
 * @param all whether it is all of them
 * @param paths files and folders relative to the archive, {@code /} between names
 */
public record Reread(boolean all, List<String> paths) {
  /** Only photos for which the run itself finds a reason. */
  public static final Reread NONE = new Reread(false, List.of());

  public static final Reread ALL = new Reread(true, List.of());

  public Reread {
    paths = List.copyOf(paths);
  }

  /**
   * Those that a person named.
   *
   * @param archive the root
   * @param named files and folders, absolute, relative to where the program runs, or relative to
   *     the archive; the archive itself is all
   * @throws LumiereException if one is not in the archive
   */
  public static Reread of(Path archive, List<Path> named) {
    Path root = archive.toAbsolutePath().normalize();
    List<String> paths = new ArrayList<>();
    for (Path name : named) {
      Path here = name.toAbsolutePath().normalize();
      boolean isHere = here.startsWith(root) && (name.isAbsolute() || Files.exists(here));
      Path file = isHere ? here : root.resolve(name).normalize();
      if (!file.startsWith(root)) {
        throw new LumiereException(
            "'" + name + "' is not in " + root + ": name files and folders in there");
      }
      paths.add(root.relativize(file).toString().replace(root.getFileSystem().getSeparator(), "/"));
    }
    return paths.contains("") ? ALL : new Reread(false, paths);
  }

  /** Whether it is the file, or lies in the folder. */
  public static boolean isWithin(String file, String path) {
    return file.startsWith(path)
        && (file.length() == path.length() || file.charAt(path.length()) == '/');
  }

  /** Whether the file at this path is among them. */
  public boolean includes(String file) {
    return all || paths.stream().anyMatch(path -> isWithin(file, path));
  }
}

package io.lumiere.web.media;

import io.lumiere.base.FailureText;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/**
 * The plain file that a path of an index leads to. Immutable.
 *
 * @param file where it is, its links resolved
 * @param isInside whether it lies inside the archive; else a link in the archive leads to it
 */
record ArchivePath(Path file, boolean isInside) {
  /**
   * Follows a path and its links.
   *
   * @param path relative to the root, as the index has it; an imported index may hold any
   * @throws HttpProblem of status 404 if there is no such file, or the path itself, without any
   *     link, leads out of the archive
   */
  static ArchivePath resolve(Path root, String path) {
    Path realRoot;
    try {
      realRoot = root.toRealPath();
    } catch (IOException e) {
      throw HttpProblem.notFound(
          "the folder of the photos is not there: is the disk that it is on connected?");
    }
    try {
      Path within = Path.of(path);
      if (within.isAbsolute() || hasStepUp(within)) {
        throw HttpProblem.notFound("the path leads out of the archive");
      }
      Path real = realRoot.resolve(within).toRealPath();
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw missing();
      }
      return new ArchivePath(real, real.startsWith(realRoot));
    } catch (IOException | InvalidPathException e) {
      throw missing();
    }
  }

  private static boolean hasStepUp(Path path) {
    return StreamSupport.stream(path.spliterator(), false)
        .anyMatch(name -> name.toString().equals(".."));
  }

  static HttpProblem missing() {
    return HttpProblem.notFound("the file is not there any more");
  }

  static HttpProblem unreadable(IOException e) {
    return HttpProblem.notFound("the file cannot be read: " + FailureText.reason(e));
  }
}

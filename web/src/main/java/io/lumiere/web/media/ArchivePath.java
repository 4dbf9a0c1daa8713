package io.lumiere.web.media;

import io.lumiere.base.FailureText;
import io.lumiere.web.http.HttpProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** From a path that an index holds to a file inside the archive. Thread-safe. */
final class ArchivePath {
  private ArchivePath() {}

  /**
   * The file, its links resolved: a plain file that lies inside the archive.
   *
   * @param path relative to the root, as the index has it; an imported index may hold any
   * @throws HttpProblem of status 404 if there is no such file
   */
  static Path resolve(Path root, String path) {
    Path realRoot;
    try {
      realRoot = root.toRealPath();
    } catch (IOException e) {
      throw HttpProblem.notFound(
          "the folder of the photos is not there: is the disk that it is on connected?");
    }
    try {
      Path real = realRoot.resolve(path).toRealPath();
      if (!real.startsWith(realRoot)) {
        throw HttpProblem.notFound("the file is a link that leads out of the archive");
      }
      if (!Files.isRegularFile(real, LinkOption.NOFOLLOW_LINKS)) {
        throw missing();
      }
      return real;
    } catch (IOException | InvalidPathException e) {
      throw missing();
    }
  }

  static HttpProblem missing() {
    return HttpProblem.notFound("the file is not there any more");
  }

  static HttpProblem unreadable(IOException e) {
    return HttpProblem.notFound("the file cannot be read: " + FailureText.reason(e));
  }
}

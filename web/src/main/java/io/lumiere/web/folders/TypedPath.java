package io.lumiere.web.folders;

import io.lumiere.web.http.HttpProblem;
import io.lumiere.workspace.Home;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Paths of this machine as people type them. Thread-safe. */
public final class TypedPath {
  private static final int LONGEST = 4096;

  /** What addresses begin with, such as those of collections. */
  private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://");

  private TypedPath() {}

  /**
   * The absolute path that somebody typed; {@code ~} is the home folder.
   *
   * @throws HttpProblem of status 422 if it is none, or a relative one
   */
  public static Path read(String typed, Home home) {
    if (typed.length() > LONGEST) {
      throw HttpProblem.unprocessable(
          "a path of " + typed.length() + " characters is too long: at most " + LONGEST);
    }
    if (ADDRESS.matcher(typed.strip()).lookingAt()) {
      throw HttpProblem.unprocessable(
          "\""
              + typed
              + "\" is an address, not a folder of this machine: a gallery shows the collection"
              + " that 'lumiere serve' was started with");
    }
    try {
      Path path = expanded(typed.strip(), home);
      if (!path.isAbsolute()) {
        throw HttpProblem.unprocessable(
            "\"" + typed + "\" is not a whole path: begin with / or ~, such as ~/Pictures");
      }
      return path.normalize();
    } catch (InvalidPathException e) {
      throw HttpProblem.unprocessable("\"" + typed + "\" is not a path: " + e.getReason());
    }
  }

  private static Path expanded(String typed, Home home) {
    if (typed.equals("~")) {
      return home.user();
    }
    return typed.startsWith("~/") || typed.startsWith("~\\")
        ? home.user().resolve(typed.substring(2))
        : Path.of(typed);
  }
}

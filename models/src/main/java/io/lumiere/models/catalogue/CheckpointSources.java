package io.lumiere.models.catalogue;

import io.lumiere.base.LumiereException;
import io.lumiere.base.Sha256;
import io.lumiere.models.ModelManifest.Source;
import io.lumiere.models.download.RemoteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says which weights a model is made of. Thread-safe. */
public final class CheckpointSources {
  private static final Pattern WEIGHTS =
      Pattern.compile(".*\\.(safetensors|bin|pt|pth|ckpt)", Pattern.CASE_INSENSITIVE);
  private static final String LOCAL = "local file";
  private static final String OWN = "not known: a file of your own";

  private CheckpointSources() {}

  /**
   * The weights in a file or folder, by name and hash: all of them are read.
   *
   * @param known the published checkpoint that they are; null for another
   * @throws LumiereException if one has another hash than was published, or cannot be read
   */
  public static List<Source> of(Path checkpoint, @Nullable KnownModel known) {
    List<Source> sources = new ArrayList<>();
    for (Path file : weights(checkpoint)) {
      String path =
          Files.isDirectory(checkpoint)
              ? checkpoint.relativize(file).toString().replace('\\', '/')
              : file.getFileName().toString();
      sources.add(source(file, path, known));
    }
    return sources;
  }

  private static List<Path> weights(Path checkpoint) {
    if (!Files.isDirectory(checkpoint)) {
      return List.of(checkpoint);
    }
    try (Stream<Path> files = Files.walk(checkpoint, 3)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> WEIGHTS.matcher(file.getFileName().toString()).matches())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new LumiereException(checkpoint + " cannot be read: " + e, e);
    }
  }

  private static Source source(Path file, String path, @Nullable KnownModel known) {
    String sha256;
    try {
      sha256 = Sha256.of(file);
    } catch (IOException e) {
      throw new LumiereException(file + " cannot be read: " + e, e);
    }
    if (known == null) {
      return new Source(path, LOCAL, sha256, OWN);
    }
    Optional<RemoteFile> published =
        known.files().stream()
            .filter(remote -> remote.path().equals(path) || sha256.equals(remote.sha256()))
            .findFirst();
    if (published.isEmpty()) {
      return new Source(path, LOCAL, sha256, known.licence());
    }
    String due = published.get().sha256();
    if (due != null && !due.equals(sha256)) {
      throw new LumiereException(
          file
              + " is not what was published as "
              + known.name()
              + ": its SHA-256 is "
              + sha256
              + ", "
              + due
              + " is expected. Add it under a name of your own");
    }
    return new Source(path, published.get().address().toString(), sha256, known.licence());
  }
}

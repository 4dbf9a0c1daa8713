package io.lumiere.app.setup;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Obtains the pinned packages that {@code setup/packages.tsv} lists, by {@code setup/obtain.sh}:
 * one place checks every SHA-256, for Maven, the tests and this program. Not thread-safe.
 */
public final class Packages {
  private final Path obtainer;

  public Packages(Home home) {
    this.obtainer = home.obtainer();
  }

  /**
   * The packages' files, fetched where they are missing; what is going on is said on standard
   * error.
   */
  List<Path> obtain(String... names) {
    return run(List.of(), names);
  }

  /** The packages' contents as folders. */
  public List<Path> unpack(String... names) {
    return run(List.of("--unpack"), names);
  }

  private List<Path> run(List<String> options, String... names) {
    List<String> command = new ArrayList<>(List.of("bash", obtainer.toString()));
    command.addAll(options);
    command.addAll(List.of(names));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new LumiereException(
            "could not obtain " + String.join(", ", names) + "; the line above says why");
      }
      return output.lines().filter(line -> !line.isBlank()).map(Path::of).toList();
    } catch (IOException e) {
      throw new LumiereException(
          "could not run " + obtainer + " by bash: " + e.getMessage() + ". Is bash installed?", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while obtaining " + Stream.of(names).toList(), e);
    }
  }
}

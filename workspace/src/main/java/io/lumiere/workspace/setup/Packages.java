package io.lumiere.workspace.setup;

import io.lumiere.base.LumiereException;
import io.lumiere.workspace.Home;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Obtains the pinned packages that {@code setup/packages.tsv} lists, by {@code setup/obtain.sh}:
 * one place checks every SHA-256, for Maven, the tests and this program. Not thread-safe.
 */
public final class Packages {
  private final Path obtainer;
  private final SetupListener listener;

  public Packages(Home home, SetupListener listener) {
    this.obtainer = home.obtainer();
    this.listener = listener;
  }

  /** The packages' files, fetched where they are missing; what is going on becomes notes. */
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
    Process process = start(command);
    try {
      process.getOutputStream().close();
      CompletableFuture<String> last =
          CompletableFuture.supplyAsync(() -> passOn(process.getErrorStream()));
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      String said = last.join();
      if (status != 0) {
        throw new LumiereException("could not obtain " + String.join(", ", names) + ": " + said);
      }
      if (!said.isEmpty()) {
        listener.note(said);
      }
      return output.lines().filter(line -> !line.isBlank()).map(Path::of).toList();
    } catch (IOException | UncheckedIOException e) {
      throw new LumiereException("could not read what " + obtainer + " says: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LumiereException("interrupted while obtaining " + Stream.of(names).toList(), e);
    } finally {
      process.destroy();
    }
  }

  private Process start(List<String> command) {
    try {
      return new ProcessBuilder(command).start();
    } catch (IOException e) {
      throw new LumiereException(
          "could not run " + obtainer + " by bash: " + e.getMessage() + ". Is bash installed?", e);
    }
  }

  /** Makes notes of all lines but the last, which is the reason where the program fails. */
  private String passOn(InputStream stream) {
    String last = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!last.isEmpty()) {
          listener.note(last);
        }
        last = line;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return last;
  }
}

package io.lumiere.app.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Opens an address in the browser of the desktop, if there is one. The address holds a secret, and
 * everybody on the machine can read the arguments of a program: the browser is given a page that
 * only its owner can read, and that leads to the address. It is deleted at the end. For one thread.
 */
final class DesktopBrowser implements AutoCloseable {
  private static final String PREFIX = "open-gallery-";
  private static final String SUFFIX = ".html";

  private final Path folder;
  private final Map<String, String> environment;
  private final boolean mac;

  /**
   * The browser of this desktop.
   *
   * @param folder where the page is written
   * @param system the property {@code os.name}
   */
  DesktopBrowser(Path folder, Map<String, String> environment, String system) {
    this.folder = folder;
    this.environment = environment;
    this.mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
  }

  /**
   * Opens the address.
   *
   * @return why it cannot, or nothing
   */
  Optional<String> open(String address) {
    if (!mac
        && environment.getOrDefault("DISPLAY", "").isEmpty()
        && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      return Optional.of("there is no desktop here");
    }
    Path page;
    try {
      page = page(address);
    } catch (IOException e) {
      return Optional.of(folder + " cannot be written");
    }
    String program = mac ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(program, page.toUri().toString()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the program " + program + " is not installed");
    }
  }

  /** A page that leads to the address, in place of those that a killed server left. */
  Path page(String address) throws IOException {
    Files.createDirectories(folder);
    deletePages();
    Path page = Files.createTempFile(folder, PREFIX, SUFFIX); // It is its owner's from the start.
    String target = address.replace("&", "&amp;").replace("\"", "&quot;");
    return Files.writeString(
        page,
        "<!doctype html><meta charset=\"utf-8\"><title>Lumiere</title>"
            + "<meta name=\"referrer\" content=\"no-referrer\">"
            + ("<meta http-equiv=\"refresh\" content=\"0; url=" + target + "\">")
            + ("<a href=\"" + target + "\">Lumiere</a>\n"));
  }

  @Override
  public void close() {
    deletePages();
  }

  private void deletePages() {
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
      for (Path page : pages) {
        Files.deleteIfExists(page);
      }
    } catch (IOException | DirectoryIteratorException e) {
      // What is left is of use to nobody: its token worked once, or ended with the server.
    }
  }
}

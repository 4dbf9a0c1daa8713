package io.lumiere.app.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Opens an address in the browser of the desktop, if there is one. Thread-safe. */
final class DesktopBrowser {
  private DesktopBrowser() {}

  /**
   * Opens the address.
   *
   * @param system the property {@code os.name}
   * @return why it cannot, or nothing
   */
  static Optional<String> open(String address, Map<String, String> environment, String system) {
    boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    if (!mac
        && environment.getOrDefault("DISPLAY", "").isEmpty()
        && environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()) {
      return Optional.of("there is no desktop here");
    }
    String program = mac ? "open" : "xdg-open";
    try {
      new ProcessBuilder(List.of(program, address))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("the program " + program + " is not installed");
    }
  }
}

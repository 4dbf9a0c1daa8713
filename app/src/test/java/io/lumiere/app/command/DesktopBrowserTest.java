package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page that keeps the secret address from the arguments of a program. */
class DesktopBrowserTest {
  @TempDir private Path folder;

  @Test
  void thePageIsItsOwnersAloneAndLeadsToTheAddress() throws IOException {
    try (DesktopBrowser browser = new DesktopBrowser(folder, Map.of(), "Linux")) {
      Path page = browser.page("http://127.0.0.1:8470/?token=abc");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(page)).contains("0; url=http://127.0.0.1:8470/?token=abc\"");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aPageThatWasLeftIsDeleted() throws IOException {
    DesktopBrowser killed = new DesktopBrowser(folder, Map.of(), "Linux");
    Path left = killed.page("http://127.0.0.1:8470/?token=abc");
    try (DesktopBrowser next = new DesktopBrowser(folder, Map.of(), "Linux")) {
      Path page = next.page("http://127.0.0.1:8470/?token=def");
      assertThat(folder).isDirectoryNotContaining(file -> file.equals(left));
      assertThat(page).exists();
    }
  }

  @Test
  void thereIsNoPageWithoutADesktop() {
    try (DesktopBrowser browser = new DesktopBrowser(folder, Map.of(), "Linux")) {
      assertThat(browser.open("http://127.0.0.1:8470/?token=abc"))
          .contains("there is no desktop here");
      assertThat(folder).isEmptyDirectory();
    }
  }
}

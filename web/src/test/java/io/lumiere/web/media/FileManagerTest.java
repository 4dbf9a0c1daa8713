package io.lumiere.web.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileManagerTest {
  @TempDir private Path temp;

  /** A program that writes its arguments, a line each, and ends with a status. */
  private void program(String name, int status) throws IOException {
    Path program =
        Files.writeString(
            temp.resolve(name),
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >\"" + temp + "/" + name + ".log\"\nexit " + status);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
  }

  private Map<String, String> desktop() {
    return Map.of(
        "DISPLAY", ":0", "DBUS_SESSION_BUS_ADDRESS", "unix:x", "PATH", "/nowhere:" + temp);
  }

  @Test
  void aServerWithoutADesktopHasNone() throws IOException {
    program("xdg-open", 0);
    assertThat(FileManager.find(Map.of("PATH", temp.toString()), "Linux")).isEmpty();
    assertThat(FileManager.find(Map.of("DISPLAY", ":0", "PATH", "/nowhere"), "Linux")).isEmpty();
    assertThat(FileManager.find(Map.of(), "Mac OS X")).isPresent();
  }

  @Test
  void theFileIsShownByTheBus() throws IOException {
    program("dbus-send", 0);
    FileManager manager = FileManager.find(desktop(), "Linux").orElseThrow();
    assertThat(manager.show(Path.of("/photos/a,b \"c\" $(x) é.jpg"))).isTrue();
    assertThat(Files.readString(temp.resolve("dbus-send.log")))
        .contains(
            """
            org.freedesktop.FileManager1.ShowItems
            array:string:file:///photos/a%2Cb%20%22c%22%20$(x)%20%C3%A9.jpg
            """);
  }

  @Test
  void elseItsFolderIsOpened() throws IOException {
    program("dbus-send", 1);
    program("xdg-open", 0);
    FileManager manager = FileManager.find(desktop(), "Linux").orElseThrow();
    assertThat(manager.show(Path.of("/photos/trip; rm -rf x/a.jpg"))).isTrue();
    assertThat(Files.readString(temp.resolve("xdg-open.log")))
        .isEqualTo("/photos/trip; rm -rf x\n");
  }

  @Test
  void nothingMayAnswer() throws IOException {
    program("xdg-open", 3);
    FileManager manager = FileManager.find(desktop(), "Linux").orElseThrow();
    assertThat(manager.show(Path.of("/photos/a.jpg"))).isFalse();
  }
}

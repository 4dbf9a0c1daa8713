package io.lumiere.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TextLinesTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("texts.txt"), text);
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
    assertThat(TextLines.read(file("\ufeffcamera:canon\r\n\ufeffsunset\n"), "queries"))
        .containsExactly("camera:canon", "\ufeffsunset");
    assertThat(TextLines.read(file(""), "queries")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void linesComeFromAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Thread writer =
        Thread.ofVirtual()
            .start(() -> {
              try {
                Files.writeString(pipe, "red apple\nlake");
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(TextLines.read(pipe, "queries")).isEqualTo(List.of("red apple", "lake"));
    writer.join();
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    assertThatThrownBy(() -> TextLines.read(folder, "labels"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("is a folder: name a text file of labels");
    Path none = folder.resolve("none.txt");
    assertThatThrownBy(() -> TextLines.read(none, "labels"))
        .isInstanceOf(LumiereException.class)
        .hasMessage("there is no file " + none + " to read labels from");
    Path latin = Files.write(none, "für".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> TextLines.read(latin, "labels"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("it must be a text file in UTF-8");
  }

  @Test
  void anyEndOfALine() throws IOException {
    assertThat(TextLines.read(file("a\rb\r\nc\n\nd\r"), "queries"))
        .containsExactly("a", "b", "c", "", "d");
  }

  /** As a device of zeros gives them. */
  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    assertThatThrownBy(() -> TextLines.read(file("a\n" + "\0".repeat(1_000_001)), "captions"))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(", line 2 has more than 1000000 characters: captions are one a line");
    assertThat(TextLines.read(file("b".repeat(1_000_000) + "\nc"), "queries")).hasSize(2);
  }
}

package io.lumiere.testing;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/** Where a target keeps its files: the input of the moment, and those that did harm. */
final class FuzzFolder {
  private final Path folder;
  private final String suffix;
  private final Path current;

  FuzzFolder(Path folder, String suffix) throws IOException {
    this.folder = folder;
    this.suffix = suffix;
    current = folder.resolve("current" + suffix);
    Files.createDirectories(folder);
    if (Files.exists(current)) {
      Path kept = folder.resolve("unfinished-" + name(Files.readAllBytes(current)));
      Files.move(current, kept, StandardCopyOption.REPLACE_EXISTING);
      System.out.println(
          "fuzz " + folder.getFileName() + ": the last run broke off while it checked " + kept);
    }
  }

  Path current() {
    return current;
  }

  void writeCurrent(byte[] input) throws IOException {
    Files.write(current, input);
  }

  /** Writes the input, and beside it what became of it. */
  Path keep(byte[] input, Throwable failure) throws IOException {
    Path file = Files.write(folder.resolve("finding-" + name(input)), input);
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    Files.writeString(folder.resolve(file.getFileName() + ".txt"), text.toString());
    return file;
  }

  /** Of the same bytes always the same. */
  private String name(byte[] input) {
    CRC32 sum = new CRC32();
    sum.update(input);
    return String.format("%08x%s", sum.getValue(), suffix);
  }
}

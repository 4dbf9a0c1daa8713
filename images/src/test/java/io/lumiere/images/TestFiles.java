package io.lumiere.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The files in {@code src/test/resources}, made by the scripts in {@code src/test/python}. */
public final class TestFiles {
  private TestFiles() {}

  /** A whole file, such as {@code heif/odd.heic}. */
  public static byte[] read(String path) {
    try (InputStream in = TestFiles.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no test file " + path);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

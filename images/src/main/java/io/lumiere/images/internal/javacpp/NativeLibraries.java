package io.lumiere.images.internal.javacpp;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Loader;

/** Loads libraries that JavaCPP binds. Thread-safe. */
public final class NativeLibraries {
  private NativeLibraries() {}

  /**
   * Loads what these classes bind, and what that needs.
   *
   * @throws UnsatisfiedLinkError if it is not there for this platform or does not load
   */
  public static synchronized void load(Class<?>... bindings) {
    // JavaCPP counts the process' whole memory against a limit, mapped index files included, and
    // beyond it collects garbage and fails. Our native memory is freed at once and needs no limit.
    setUnlessGiven("org.bytedeco.javacpp.maxPhysicalBytes", "0");
    PrintStream err = System.err;
    PrintStream filtered = new WithoutVersionWarnings(err);
    System.setErr(filtered);
    try {
      for (Class<?> binding : bindings) {
        Loader.load(binding);
      }
    } finally {
      if (filtered.equals(System.err)) {
        System.setErr(err);
      }
    }
  }

  private static void setUnlessGiven(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  /**
   * Looks wrong, is intentional: the bindings of OpenCV and FFmpeg were released with the JavaCPP
   * before ours, work with it, and JavaCPP prints a warning that nothing else turns off. All else
   * passes through.
   */
  private static final class WithoutVersionWarnings extends PrintStream {
    private final PrintStream target;

    WithoutVersionWarnings(PrintStream target) {
      super(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      this.target = target;
    }

    @Override
    public void println(String line) {
      if (line == null || !line.startsWith("Warning: Versions of org.bytedeco:")) {
        target.println(line);
      }
    }

    @Override
    public void write(int b) {
      target.write(b);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      target.write(buffer, offset, length);
    }
  }
}

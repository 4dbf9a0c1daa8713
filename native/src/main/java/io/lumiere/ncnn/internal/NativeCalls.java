package io.lumiere.ncnn.internal;

import io.lumiere.ncnn.NcnnException;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/**
 * The only class that enters native code. Every call goes through a handle whose lock is held
 * meanwhile, so nothing is freed under a call, and a freed handle refuses.
 *
 * <p>Handles that nobody closes are freed by JavaCPP when they are garbage. Thread-safe, as ncnn's
 * own calls are.
 */
public final class NativeCalls {
  private NativeCalls() {}

  /** Loads the library once, on first use. */
  private static final class Library {
    private static final String MEMORY_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";

    static final @Nullable String PROBLEM = problem();

    private static @Nullable String problem() {
      // JavaCPP counts the memory of the whole process against four times Java's heap, index files
      // that are mapped included, and fails beyond it. What is made here is freed at once, and
      // needs no limit. It reads this once, when its first class is used.
      if (System.getProperty(MEMORY_LIMIT) == null) {
        System.setProperty(MEMORY_LIMIT, "0");
      }
      try {
        String missing = text(NcnnFacade.missing_cpu_features());
        return missing.isEmpty()
            ? null
            : "the native library needs a processor with "
                + missing
                + ": build it on this machine with LUMIERE_ISA=sse2";
      } catch (LinkageError e) {
        return "the native library cannot be loaded on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ": "
            + e;
      }
    }
  }

  /** Makes native code and memory available, or says why not. */
  static void requireLibrary() {
    if (Library.PROBLEM != null) {
      throw new NcnnException(Library.PROBLEM);
    }
  }

  private static String text(BytePointer pointer) {
    return pointer.getString(java.nio.charset.StandardCharsets.US_ASCII);
  }

  /** Returns ncnn's version. */
  public static String version() {
    requireLibrary();
    return text(NcnnFacade.ncnn_version());
  }

  /** Returns the names of the instruction sets of this processor. */
  public static List<String> cpuFeatures() {
    requireLibrary();
    String names = text(NcnnFacade.cpu_features());
    return names.isEmpty() ? List.of() : List.of(names.split(" "));
  }

  /** A loaded network. */
  static final class NetworkHandle {
    private NcnnFacade.@Nullable Network network;

    NetworkHandle(String param, NativeMemory weights, boolean bf16) {
      network = new NcnnFacade.Network(param, weights.pointer(), weights.size(), bf16);
    }

    synchronized SessionHandle open() {
      NcnnFacade.Network open = network;
      if (open == null) {
        throw new IllegalStateException("the network is closed");
      }
      return new SessionHandle(new NcnnFacade.Session(open));
    }

    synchronized void close() {
      if (network != null) {
        network.deallocate();
        network = null;
      }
    }
  }

  /** One run. Keeps what it needs of its network alive. */
  static final class SessionHandle {
    private NcnnFacade.@Nullable Session session;

    private SessionHandle(NcnnFacade.Session session) {
      this.session = session;
    }

    private NcnnFacade.Session open() {
      NcnnFacade.Session open = session;
      if (open == null) {
        throw new IllegalStateException("the session is closed");
      }
      return open;
    }

    synchronized void input(int blob, float[] data, Shape s) {
      open().input_floats(blob, data, s.rank(), s.w(), s.h(), 1, s.c());
    }

    synchronized void input(int blob, int[] data, Shape s) {
      open().input_ints(blob, data, s.rank(), s.w(), s.h(), 1, s.c());
    }

    synchronized void forward(int blob) {
      open().forward(blob);
    }

    synchronized float[] output(int blob, Shape s) {
      float[] data = new float[s.size()];
      open().output(blob, data, s.rank(), s.w(), s.h(), 1, s.c());
      return data;
    }

    synchronized void restart() {
      open().restart();
    }

    synchronized void requireOpen() {
      open();
    }

    synchronized void close() {
      if (session != null) {
        session.deallocate();
        session = null;
      }
    }
  }
}

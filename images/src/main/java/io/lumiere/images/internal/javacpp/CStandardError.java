package io.lumiere.images.internal.javacpp;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The variable {@code stderr} of C's library. libjpeg, as built into OpenCV, prints to it what it
 * finds wrong with a photo, without the photo's name, and offers no other way. So while photos are
 * decoded the variable leads nowhere. Java's {@code System.err} and the file descriptor stay as
 * they are; where the variable is not known all does. Thread-safe.
 */
public final class CStandardError {
  private static final CStandardError INSTANCE = new CStandardError();

  private final @Nullable Pointer variable;
  private final @Nullable Pointer nowhere;
  private @Nullable Pointer own;
  private int users;

  private CStandardError() {
    Pointer found = null;
    Pointer file = null;
    try {
      found = variable();
      file = found == null ? null : open("/dev/null");
    } catch (LinkageError e) {
      found = null; // JNA does not load here: what C prints is seen.
    }
    variable = file == null ? null : found;
    nowhere = file;
  }

  /** What {@code body} gives; while it runs C's library prints no errors. */
  public static <T> T silently(Supplier<T> body) {
    INSTANCE.enter();
    try {
      return body.get();
    } finally {
      INSTANCE.leave();
    }
  }

  private static @Nullable Pointer variable() {
    NativeLibrary process = NativeLibrary.getProcess();
    if (Platform.isMac()) {
      return process.getGlobalVariableAddress("__stderrp");
    }
    // In other libraries than glibc the variable is a constant.
    boolean glibc = Platform.isLinux() && has(process, "gnu_get_libc_version");
    return glibc ? process.getGlobalVariableAddress("stderr") : null;
  }

  private static boolean has(NativeLibrary process, String function) {
    try {
      return process.getFunction(function) != null;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  private static @Nullable Pointer open(String file) {
    Function open = NativeLibrary.getProcess().getFunction("fopen");
    return open.invokePointer(new Object[] {file, "w"});
  }

  private synchronized void enter() {
    if (variable != null && users++ == 0) {
      own = variable.getPointer(0);
      variable.setPointer(0, nowhere);
    }
  }

  private synchronized void leave() {
    if (variable != null && --users == 0) {
      variable.setPointer(0, own);
    }
  }
}

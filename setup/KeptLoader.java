import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What javac loads its plugins by, where it is told to ({@code -XDprocloader}): of one class path
 * the same classes each time. By itself javac loads Error Prone and NullAway again for each module,
 * and Java then compiles them again, which takes longer than most modules. Each thread has classes
 * of its own, so that two modules at once share no state.
 */
public final class KeptLoader extends ClassLoader {
  private static final ThreadLocal<Map<String, ClassLoader>> KEPT =
      ThreadLocal.withInitial(HashMap::new);

  /** A class loader that javac closes would be of no use to the next, and this one cannot be. */
  public KeptLoader(URL[] classPath, ClassLoader parent) {
    super(
        KEPT.get()
            .computeIfAbsent(
                Arrays.toString(classPath), path -> new URLClassLoader(classPath, parent)));
  }
}

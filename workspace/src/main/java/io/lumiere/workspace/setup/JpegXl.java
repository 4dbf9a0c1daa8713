package io.lumiere.workspace.setup;

import io.lumiere.base.LumiereException;
import io.lumiere.images.JpegXlSetup;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The decoder of JPEG XL: taken from a pinned package once; all else works without it. Not
 * thread-safe.
 */
public final class JpegXl {
  private final Home home;
  private final SetupListener listener;

  public JpegXl(Home home, SetupListener listener) {
    this.home = home;
    this.listener = listener;
  }

  /** As {@link #find}, where a folder holds such photos. */
  public void findFor(Path archive) {
    if (!JpegXlSetup.isCurrent(home.cache()) && holdsJpegXl(archive)) {
      find();
    }
  }

  /** Puts it into the cache where it is missing; a word says why where that cannot be. */
  public void find() {
    Path cache = home.cache();
    if (JpegXlSetup.isCurrent(cache)) {
      return;
    }
    Optional<String> name = JpegXlSetup.packageName();
    if (name.isEmpty()) {
      return; // A libjxl that the system has is found without set-up.
    }
    try {
      List<Path> packages = new Packages(home, listener).obtain(name.get());
      JpegXlSetup.ensure(cache, packages.getFirst(), listener::note);
    } catch (LumiereException e) {
      listener.lacking(e, "JPEG XL photos are not read this time");
    }
  }

  private static boolean holdsJpegXl(Path archive) {
    Search search = new Search();
    try {
      Files.walkFileTree(archive, search);
    } catch (IOException e) {
      return search.found; // The run itself says what is wrong with the folder.
    }
    return search.found;
  }

  private static final class Search extends SimpleFileVisitor<Path> {
    private boolean found;

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      found = file.toString().toLowerCase(Locale.ROOT).endsWith(".jxl");
      return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
      return FileVisitResult.CONTINUE;
    }
  }
}

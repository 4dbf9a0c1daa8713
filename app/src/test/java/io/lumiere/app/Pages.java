package io.lumiere.app;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The pages of the repository's documentation. */
final class Pages {
  static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private static final Set<String> NOT_OURS = Set.of(".git", "target", "node_modules", "shared");

  private Pages() {}

  /** All Markdown files of the repository. */
  static List<Path> all() throws IOException {
    List<Path> pages = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString()) && !folder.equals(ROOT)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              pages.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return pages;
  }

  /** The pages that speak of the code. */
  static List<Path> ofTheCode() {
    return List.of(
        ROOT.resolve("ARCHITECTURE.md"),
        ROOT.resolve("CONTRIBUTING.md"),
        ROOT.resolve("SECURITY.md"),
        ROOT.resolve("docs/embedding.md"),
        ROOT.resolve("docs/testing.md"));
  }

  /** What a page says outside of its blocks of code. */
  static String prose(Path page) throws IOException {
    boolean code = false;
    StringBuilder prose = new StringBuilder();
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) {
        code = !code;
      } else if (!code && !line.startsWith("    ")) {
        prose.append(line).append('\n');
      }
    }
    return prose.toString();
  }

  /** The names by which links find a page's headings: as GitHub makes them. */
  static Set<String> anchors(Path page) throws IOException {
    return prose(page)
        .lines()
        .filter(line -> line.matches("#{1,6} .*"))
        .map(line -> line.replaceFirst("^#+ ", "").strip().toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}

package io.lumiere.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The sentences that the program can say in the gallery, read from its sources. */
final class SaidSentences {
  /** What sentences are about. */
  enum Topic {
    QUERY,
    GALLERY,
    FILES,
    SETUP,
    COLLECTIONS;

    private List<String> modules() {
      return switch (this) {
        case QUERY -> List.of("query");
        case GALLERY -> List.of("web");
        case FILES -> List.of("base", "images", "indexer");
        case SETUP -> List.of("workspace", "schema", "models");
        case COLLECTIONS -> List.of("cluster");
      };
    }
  }

  /** What only a start on the command line, or a command of it, says. */
  private static final Set<String> UNSEEN =
      Set.of(
          "Certificates",
          "Connectors",
          "Evaluation",
          "EventStream",
          "Home",
          "JettyGallery",
          "OwnerFile",
          "CalibrationPhotos",
          "CaptionVectors",
          "CheckpointSources",
          "SelfTestFile",
          "HalfDays",
          "PhotoZip",
          "RangedContent",
          "RunPrecision",
          "Reread",
          "RequestPath",
          "Labels",
          "CachedTexts",
          "SelfTest",
          "Models",
          "VectorFile",
          "Vectors");

  private final Path repository;

  SaidSentences(Path repository) {
    this.repository = repository;
  }

  NavigableSet<String> of(Topic topic) throws IOException {
    NavigableSet<String> found = new TreeSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(topic)));
      for (CompilationUnitTree unit : task.parse()) {
        new SentenceReader(unit, className(Path.of(unit.getSourceFile().getName())), found)
            .scan(unit, null);
      }
    }
    if (topic == Topic.SETUP) {
      found.addAll(ofModels());
    }
    return found;
  }

  private List<Path> sources(Topic topic) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : topic.modules()) {
      try (Stream<Path> files = Files.walk(repository.resolve(module + "/src/main/java"))) {
        files
            .filter(file ->
                file.toString().endsWith(".java")
                    && !UNSEEN.contains(className(file))
                    && isSeen(file))
            .forEach(sources::add);
      }
    }
    return sources;
  }

  /**
   * Of models, only the catalogue and downloads: the rest reads checkpoints. Of collections, only
   * searches, and why there can be none: the gallery does nothing else with them.
   */
  private static boolean isSeen(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/io/lumiere/models/")
        ? path.matches(".*/(catalogue|download)/.*")
        : !path.contains("/io/lumiere/cluster/")
            || path.contains("/cluster/search/")
            || path.endsWith("/UnfitCollection.java");
  }

  private static String className(Path file) {
    return file.getFileName().toString().replaceFirst("\\.java$", "");
  }

  private List<String> ofModels() throws IOException {
    List<String> found = new ArrayList<>();
    Path catalogue =
        repository.resolve(
            "models/src/main/resources/io/lumiere/models/catalogue/known-models.json");
    for (JsonNode model : new ObjectMapper().readTree(catalogue.toFile())) {
      for (String text : List.of("title", "note", "languages", "licence")) {
        found.add(model.get(text).asText());
      }
    }
    return found;
  }
}

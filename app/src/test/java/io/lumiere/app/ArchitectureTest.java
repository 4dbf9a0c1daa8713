package io.lumiere.app;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the modules to the one direction in which they may depend on each other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.lumiere");

  /** Each module, and those that it may use. */
  private static final Map<String, Set<String>> MODULES =
      Map.ofEntries(
          Map.entry("native", Set.of()),
          Map.entry("base", Set.of()),
          Map.entry("gallery", Set.of()),
          Map.entry("images", Set.of("base")),
          Map.entry("schema", Set.of("base")),
          Map.entry("models", Set.of("base", "native")),
          Map.entry("indexer", Set.of("base", "images", "models", "schema")),
          Map.entry("query", Set.of("base", "schema")),
          Map.entry("views", Set.of("base", "schema", "query")),
          Map.entry("exchange", Set.of("base", "schema")),
          Map.entry("cluster", Set.of("base", "schema", "indexer", "query", "exchange")),
          Map.entry(
              "web",
              Set.of(
                  "base",
                  "images",
                  "schema",
                  "models",
                  "indexer",
                  "query",
                  "views",
                  "exchange",
                  "workspace")),
          Map.entry(
              "workspace",
              Set.of("base", "images", "schema", "models", "indexer", "query", "gallery")),
          Map.entry(
              "app",
              Set.of(
                  "base",
                  "images",
                  "schema",
                  "models",
                  "indexer",
                  "query",
                  "views",
                  "exchange",
                  "cluster",
                  "web",
                  "gallery",
                  "workspace")));

  /** The packages of a module. */
  private static String packages(String module) {
    return "io.lumiere." + (module.equals("native") ? "ncnn" : module);
  }

  @Test
  void everyModuleIsHere() throws IOException {
    Set<String> built = new TreeSet<>(Modules.read(Pages.ROOT).names());
    built.removeAll(Set.of("bench", "examples", "solr")); // Nothing depends on these three.
    assertThat(MODULES.keySet()).isEqualTo(built);
  }

  @Test
  void dependenciesPointOneWay() {
    LayeredArchitecture architecture =
        layeredArchitecture().consideringOnlyDependenciesInAnyPackage("io.lumiere..");
    for (String module : MODULES.keySet()) {
      architecture = architecture.layer(module).definedBy(packages(module) + "..");
    }
    for (Map.Entry<String, Set<String>> module : MODULES.entrySet()) {
      String[] used = module.getValue().toArray(String[]::new);
      architecture =
          used.length == 0
              ? architecture.whereLayer(module.getKey()).mayNotAccessAnyLayer()
              : architecture.whereLayer(module.getKey()).mayOnlyAccessLayers(used);
    }
    architecture.check(CLASSES);
  }

  @Test
  void modulesHaveNoCycles() {
    slices().matching("io.lumiere.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  /**
   * The package of a module's name is its entrance: it calls the module's other packages, and they
   * use its exceptions, options and reports. Between all others there are no cycles.
   */
  @Test
  void packagesHaveNoCycles() {
    String[] entrances =
        MODULES.keySet().stream().map(ArchitectureTest::packages).toArray(String[]::new);
    slices()
        .matching("io.lumiere.(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(resideInAnyPackage(entrances), alwaysTrue())
        .check(CLASSES);
  }

  @Test
  void optionsPrintNothingAndOutputParsesNothing() {
    noClasses()
        .that()
        .resideInAPackage("io.lumiere.app.option..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.lumiere.app.output..", "io.lumiere.views..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("io.lumiere.app.output..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void schemaNeedsLuceneAndItsIcuAlone() {
    noClasses()
        .that()
        .resideInAPackage("io.lumiere.schema..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "io.lumiere.base..",
            "io.lumiere.schema..",
            "org.apache.lucene..",
            "com.ibm.icu..",
            "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void modelsBringNoDecodersAndNoIndex() {
    noClasses()
        .that()
        .resideInAnyPackage("io.lumiere.base..", "io.lumiere.models..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.lucene..",
            "com.ibm.icu..",
            "org.bytedeco.opencv..",
            "org.bytedeco.ffmpeg..")
        .check(CLASSES);
  }

  @Test
  void nativePointersStayWhereTheyBelong() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.lumiere.ncnn..", "io.lumiere.images.internal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..")
        .check(CLASSES);
  }

  @Test
  void internalsAreTheirModulesOwn() {
    for (String module : MODULES.keySet()) {
      noClasses()
          .that()
          .resideOutsideOfPackage(packages(module) + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(packages(module) + "..internal..")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }
}

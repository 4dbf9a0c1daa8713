package io.lumiere.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the modules to the one direction in which they may depend on each other. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.lumiere");

  @Test
  void dependenciesPointOneWay() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("io.lumiere..")
        .layer("native")
        .definedBy("io.lumiere.ncnn..")
        .layer("base")
        .definedBy("io.lumiere.base..")
        .layer("images")
        .definedBy("io.lumiere.images..")
        .layer("schema")
        .definedBy("io.lumiere.schema..")
        .layer("models")
        .definedBy("io.lumiere.models..")
        .layer("indexer")
        .definedBy("io.lumiere.indexer..")
        .layer("query")
        .definedBy("io.lumiere.query..")
        .layer("exchange")
        .definedBy("io.lumiere.exchange..")
        .layer("gallery")
        .definedBy("io.lumiere.gallery..")
        .layer("app")
        .definedBy("io.lumiere.app..")
        .layer("testing")
        .definedBy("io.lumiere.testing..")
        .whereLayer("testing")
        .mayNotAccessAnyLayer()
        .whereLayer("testing")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("native")
        .mayNotAccessAnyLayer()
        .whereLayer("base")
        .mayNotAccessAnyLayer()
        .whereLayer("schema")
        .mayOnlyAccessLayers("base")
        .whereLayer("images")
        .mayOnlyAccessLayers("base")
        .whereLayer("gallery")
        .mayNotAccessAnyLayer()
        .whereLayer("models")
        .mayOnlyAccessLayers("base", "native")
        .whereLayer("query")
        .mayOnlyAccessLayers("base", "schema")
        .whereLayer("exchange")
        .mayOnlyAccessLayers("base", "schema")
        .whereLayer("indexer")
        .mayOnlyAccessLayers("base", "images", "models", "schema")
        .whereLayer("app")
        .mayOnlyAccessLayers(
            "base", "indexer", "query", "exchange", "images", "models", "schema", "gallery")
        .check(CLASSES);
  }

  @Test
  void modulesHaveNoCycles() {
    slices().matching("io.lumiere.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void packagesOfTheCommandLineHaveNoCycles() {
    slices().matching("io.lumiere.app.(*)..").should().beFreeOfCycles().check(CLASSES);
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
    for (String module :
        new String[] {"ncnn", "images", "models", "indexer", "query", "exchange", "gallery"}) {
      noClasses()
          .that()
          .resideOutsideOfPackage("io.lumiere." + module + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.lumiere." + module + "..internal..")
          .allowEmptyShould(true)
          .check(CLASSES);
    }
  }
}

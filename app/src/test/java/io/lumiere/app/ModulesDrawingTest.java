package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.lumiere.testing.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Holds the picture of the modules to the poms, and the poms to what the code uses. */
class ModulesDrawingTest {
  @Test
  void isThePictureOfTheDocumentation() throws IOException {
    new GeneratedPart(Pages.ROOT.resolve("docs/modules.svg"), "modules")
        .mustBe(ModulesDrawing.svg(Modules.read(Pages.ROOT)));
  }

  /** That code uses no more than its module's pom says, the compiler holds. */
  @Test
  void everyLineIsADependencyOfTheCode() throws IOException {
    Modules modules = Modules.read(Pages.ROOT);
    Map<String, Set<String>> uses = uses();
    assertThat(uses).containsKeys("app", "query", "native");
    uses.forEach((module, used) ->
        assertThat(used).as("what %s uses", module).containsAll(modules.lines(module)));
  }

  @Test
  void theModulesAreInThePageOfTheArchitecture() throws IOException {
    String page = Files.readString(Pages.ROOT.resolve("ARCHITECTURE.md"));
    assertThat(page).contains("(docs/modules.svg)");
    for (String module : Modules.read(Pages.ROOT).names()) {
      assertThat(page).contains("| `" + module + "/` |");
    }
  }

  /** By module, the modules whose classes its classes depend on. */
  private static Map<String, Set<String>> uses() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.lumiere")) {
      Set<String> used = uses.computeIfAbsent(module(type), key -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass();
        if (target.getPackageName().startsWith("io.lumiere.")
            && !module(target).equals(module(type))) {
          used.add(module(target));
        }
      }
    }
    uses.remove("testing");
    return uses;
  }

  private static String module(JavaClass type) {
    String name = type.getPackageName().split("\\.")[2];
    return name.equals("ncnn") ? "native" : name;
  }
}

package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the file NOTICE to what the program is shipped with and to what set-up obtains. */
class NoticeTest {
  private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}([a-zA-Z0-9_.-]+) +\\S");
  private static final Pattern JAR = Pattern.compile("(.+?)-\\d.*\\.jar");

  /** The names of a section's list. */
  private static Set<String> listed(String from, String to) throws IOException {
    String notice = Files.readString(Pages.ROOT.resolve("NOTICE"));
    String section = notice.substring(notice.indexOf(from));
    Matcher entry = ENTRY.matcher(section.substring(0, section.indexOf(to)));
    Set<String> names = new TreeSet<>();
    while (entry.find()) {
      names.add(entry.group(1));
    }
    return names;
  }

  @Test
  void listsEveryJarOfTheProgram() throws IOException {
    // Maven writes this file before the tests: see app/pom.xml.
    String classPath = Files.readString(Path.of("target", "runtime.classpath")).strip();
    Set<String> jars = new TreeSet<>();
    for (String entry : classPath.split(Pattern.quote(File.pathSeparator))) {
      Matcher jar = JAR.matcher(Path.of(entry).getFileName().toString());
      if (jar.matches() && !jar.group(1).startsWith("lumiere-")) {
        jars.add(jar.group(1));
      }
    }
    assertThat(jars).contains("lucene-core").isEqualTo(listed("\n1. ", "\n2. "));
  }

  @Test
  void listsEveryPackageOfSetUp() throws IOException {
    Set<String> packages = new TreeSet<>();
    for (String line : Files.readAllLines(Pages.ROOT.resolve("setup").resolve("packages.tsv"))) {
      if (!line.startsWith("#")) {
        packages.add(line.split("[@\t]")[0]);
      }
    }
    assertThat(packages).contains("ncnn").isEqualTo(listed("\n4. ", "\nCheckpoints "));
  }
}

package io.lumiere.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The modules of the program and which needs which, as the poms say; without those for tests. */
final class Modules {
  private static final Pattern MODULE = Pattern.compile("<module>([a-z]+)</module>");
  private static final Pattern DESCRIPTION = Pattern.compile("<description>([^<]+)</description>");
  private static final Pattern NEEDED =
      Pattern.compile(
          "<groupId>io\\.lumiere</groupId><artifactId>lumiere-([a-z]+)</artifactId></dependency>");

  private final Map<String, Set<String>> needs = new LinkedHashMap<>();
  private final Map<String, String> descriptions = new LinkedHashMap<>();

  private Modules() {}

  static Modules read(Path root) throws IOException {
    Modules modules = new Modules();
    Matcher module = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
    while (module.find()) {
      modules.add(module.group(1), Files.readString(root.resolve(module.group(1) + "/pom.xml")));
    }
    modules.needs.remove("testing");
    return modules;
  }

  private void add(String name, String pom) {
    Set<String> needed = new LinkedHashSet<>();
    Matcher dependency = NEEDED.matcher(pom);
    while (dependency.find()) {
      needed.add(dependency.group(1));
    }
    needs.put(name, needed);
    Matcher description = DESCRIPTION.matcher(pom);
    descriptions.put(name, description.find() ? description.group(1) : "");
  }

  Set<String> names() {
    return needs.keySet();
  }

  /** What the module is, in the words of its pom. */
  String description(String module) {
    return descriptions.get(module);
  }

  /** What the module needs, by itself or through others. */
  Set<String> needs(String module) {
    Set<String> all = new LinkedHashSet<>();
    for (String needed : needs.get(module)) {
      all.add(needed);
      all.addAll(needs(needed));
    }
    return all;
  }

  /** What the module needs by itself, without what others of these need anyway. */
  Set<String> lines(String module) {
    Set<String> lines = new LinkedHashSet<>(needs.get(module));
    needs.get(module).forEach(needed -> lines.removeAll(needs(needed)));
    return lines;
  }

  /** The modules in rows, each above all that it needs, as far up as may be. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (String module : needs.keySet()) {
      int row = row(module);
      while (rows.size() <= row) {
        rows.add(new ArrayList<>());
      }
      rows.get(row).add(module);
    }
    return rows;
  }

  int row(String module) {
    int row = 0;
    for (String other : needs.keySet()) {
      if (needs.get(other).contains(module)) {
        row = Math.max(row, row(other) + 1);
      }
    }
    return row;
  }
}

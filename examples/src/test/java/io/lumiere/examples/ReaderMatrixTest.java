package io.lumiere.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.ibm.icu.text.Normalizer2;
import io.lumiere.base.LumiereException;
import io.lumiere.examples.probe.CoreProbe;
import io.lumiere.examples.probe.QueryProbe;
import io.lumiere.examples.probe.WriterProbe;
import io.lumiere.query.PhotoSearch;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One index, written by this build, gives the same hits and scores to each Lucene that can read it,
 * with lucene-core alone and with lumiere-query, with and without the JVM's vector module.
 */
class ReaderMatrixTest {
  private static final List<String> LUCENES =
      List.of(System.getProperty("example.lucenes").split(" "));
  private static final String OLD = System.getProperty("example.lucene.old");
  private static final String NEW = LUCENES.getLast();
  private static final double TOLERANCE = 1e-6;

  @TempDir static Path index;
  @TempDir Path folder;

  @BeforeAll
  static void writeIndex() throws IOException {
    MatrixIndex.write(index);
  }

  @Test
  void eachReaderFindsTheSame() throws Exception {
    List<String> table = new ArrayList<>();
    for (Class<?> probe : List.of(CoreProbe.class, QueryProbe.class)) {
      List<String> first = null;
      for (String lucene : LUCENES) {
        for (boolean vectorModule : new boolean[] {false, true}) {
          List<String> out = cell(probe, lucene, vectorModule);
          if (probe == CoreProbe.class) {
            assertThat(out.removeLast()).isEqualTo("CheckIndex clean=true");
          }
          first = first == null ? out : first;
          assertSame(first, out);
          table.add(row(probe, lucene, vectorModule, out));
        }
      }
    }
    System.out.println("| Lucene | classes | vector module | searches | hits | scores |");
    table.forEach(System.out::println);
    assertThat(table).hasSize(4 * LUCENES.size());
  }

  private static List<String> cell(Class<?> probe, String lucene, boolean vectorModule)
      throws Exception {
    List<String> classPath = new ArrayList<>(List.of(Program.lucene(lucene)));
    classPath.add(Program.codeOf(probe));
    if (probe == QueryProbe.class) {
      classPath.add(Program.codeOf(PhotoSearch.class));
      classPath.add(Program.codeOf(Photo.class));
      classPath.add(Program.codeOf(LumiereException.class));
      classPath.add(Program.codeOf(Normalizer2.class));
      boolean isNew = lucene.equals(NEW);
      classPath.add(
          isNew ? Program.jar("lucene-analysis-icu", NEW) : Program.codeOf(ICUFoldingFilter.class));
      classPath.add(
          isNew ? Program.jar("lucene-analysis-common", NEW) : Program.codeOf(KStemFilter.class));
    }
    Program program = new Program(classPath);
    if (vectorModule) {
      program.add("--add-modules", "jdk.incubator.vector");
    }
    Program.Run run = program.add(probe.getName(), index.toString()).run();
    assertThat(run.status()).as(run.err()).isZero();
    // So that the cells are not the same in secret.
    assertThat(run.err().contains("vector incubator API enabled")).isEqualTo(vectorModule);
    return new ArrayList<>(run.out());
  }

  /** The same searches, totals and photos in the same order, and scores but for rounding. */
  private static void assertSame(List<String> expected, List<String> actual) {
    assertThat(actual).hasSameSizeAs(expected).hasSizeGreaterThan(6);
    for (int line = 0; line < expected.size(); line++) {
      String[] wanted = expected.get(line).split(" ");
      String[] found = actual.get(line).split(" ");
      assertThat(found).as(actual.get(line)).hasSameSizeAs(wanted).hasSizeGreaterThan(3);
      for (int part = 0; part < found.length; part++) {
        String[] hit = found[part].split("=");
        String[] wantedHit = wanted[part].split("=");
        assertThat(hit[0]).as(actual.get(line)).isEqualTo(wantedHit[0]);
        if (hit.length > 1) {
          assertThat(Double.parseDouble(hit[1]))
              .as(actual.get(line))
              .isCloseTo(Double.parseDouble(wantedHit[1]), within(TOLERANCE));
        }
      }
    }
  }

  private static String row(Class<?> probe, String lucene, boolean vectorModule, List<String> out) {
    long hits = out.stream().mapToLong(line -> line.split(" ").length - 2).sum();
    return "| %s | %s | %s | %d | %d same | equal to 1e-6 |"
        .formatted(
            lucene,
            probe == CoreProbe.class ? "lucene-core alone" : "lumiere-query",
            vectorModule ? "on" : "off",
            out.size(),
            hits);
  }

  @Test
  void anOlderLuceneSaysThatItLacksTheCodec() throws Exception {
    List<String> classPath = List.of(Program.lucene(OLD), Program.codeOf(CoreProbe.class));
    Program.Run run = new Program(classPath).add(CoreProbe.class.getName(), index.toString()).run();
    assertThat(run.status()).isNotZero();
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("IllegalArgumentException: Could not load codec 'Lucene104'");
  }

  @Test
  void anIndexOfANewerLuceneIsRefusedInAWord() throws Exception {
    List<String> classPath = List.of(Program.lucene(NEW), Program.codeOf(WriterProbe.class));
    Program.Run run =
        new Program(classPath).add(WriterProbe.class.getName(), folder.toString()).run();
    assertThat(run.status()).as(run.err()).isZero();
    assertThatThrownBy(() -> PhotoSearch.open(folder))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining(folder.toString())
        .hasMessageContaining("written by a newer Lucene than the one here, " + LUCENES.getFirst());
  }
}

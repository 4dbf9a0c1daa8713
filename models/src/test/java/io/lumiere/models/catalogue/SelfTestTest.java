package io.lumiere.models.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.base.RgbImage;
import io.lumiere.models.DualEncoder;
import io.lumiere.models.ModelManifest;
import io.lumiere.models.Models;
import io.lumiere.models.starter.StarterFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the starter, copied as if it had been added. */
class SelfTestTest {
  private static final SelfTest.Inputs INPUTS =
      new SelfTest.Inputs(
          List.of(image(200, 30, 20), image(10, 60, 220)), List.of("a red wall", "the blue sea"));

  @TempDir static Path folder;
  private static Path model;

  @BeforeAll
  static void copy() throws IOException {
    model = Files.createDirectories(folder.resolve("model"));
    copyTo(model);
    try (DualEncoder encoder = Models.open(model)) {
      SelfTest.record(encoder, INPUTS, model);
    }
  }

  @Test
  void aGoodModelPasses() {
    SelfTest.Report report = SelfTest.run(model, INPUTS);
    assertThat(report.checks())
        .allSatisfy(check -> assertThat(check.passed()).describedAs(check.toString()).isTrue())
        .extracting(SelfTest.Check::what)
        .containsExactly(
            "files",
            "unit length",
            "different inputs differ",
            "the same each time",
            "as when it was added");
    assertThat(report.passed()).isTrue();
    assertThat(report.millisPerImage()).isPositive();
    assertThat(report.millisPerText()).isPositive();
  }

  @Test
  void withoutARecordTheOtherChecksRemain() {
    SelfTest.Report report = SelfTest.run(StarterFixture.model(), INPUTS);
    assertThat(report.passed()).isTrue();
    assertThat(report.checks()).hasSize(4);
  }

  @Test
  void otherVectorsThanRecordedFail() throws IOException {
    Path changed = Files.createDirectories(folder.resolve("changed"));
    copyTo(changed);
    SelfTestRecord record = SelfTestFile.read(model).orElseThrow();
    SelfTestFile.write(
        new SelfTestRecord(
            record.inputs(),
            List.of(record.imageVectors().get(1), record.imageVectors().get(0)),
            record.textVectors()),
        changed);
    assertThat(failed(SelfTest.run(changed, INPUTS))).containsExactly("as when it was added");
    Files.writeString(changed.resolve(SelfTestFile.NAME), "{\"images\": 7}");
    assertThat(SelfTest.run(changed, INPUTS).passed()).isFalse();
  }

  @Test
  void damagedFilesAreFoundFirst() throws IOException {
    Path damaged = Files.createDirectories(folder.resolve("damaged"));
    copyTo(damaged);
    Path bin = damaged.resolve("image.bin");
    byte[] bytes = Files.readAllBytes(bin);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bin, bytes);
    SelfTest.Report report = SelfTest.run(damaged, INPUTS);
    assertThat(failed(report)).containsExactly("files");
    assertThat(report.checks().get(0).detail()).contains("image.bin");
  }

  @Test
  void inputsThatComeOutAlikeAreSaid() throws IOException {
    SelfTest.Inputs alike =
        new SelfTest.Inputs(List.of(image(9, 9, 9), image(9, 9, 9)), List.of("one", "another"));
    try (DualEncoder encoder = Models.open(model)) {
      assertThat(SelfTest.record(encoder, alike, Files.createDirectories(folder.resolve("alike"))))
          .extracting(SelfTest.Check::what)
          .containsExactly("different inputs differ");
    }
  }

  private static List<String> failed(SelfTest.Report report) {
    return report.checks().stream()
        .filter(check -> !check.passed())
        .map(SelfTest.Check::what)
        .toList();
  }

  private static void copyTo(Path target) throws IOException {
    Path source = StarterFixture.model();
    ModelManifest manifest = ModelManifest.read(source);
    for (ModelManifest.ModelFile file : manifest.files()) {
      Files.copy(source.resolve(file.name()), target.resolve(file.name()));
    }
    manifest.write(target);
  }

  private static RgbImage image(int red, int green, int blue) {
    byte[] rgb = new byte[3 * 40 * 30];
    for (int i = 0; i < rgb.length; i += 3) {
      Arrays.fill(rgb, i, i + 1, (byte) red);
      Arrays.fill(rgb, i + 1, i + 2, (byte) (green + i % 40));
      Arrays.fill(rgb, i + 2, i + 3, (byte) blue);
    }
    return new RgbImage(40, 30, rgb);
  }
}

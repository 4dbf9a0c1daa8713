package io.lumiere.gallery.internal.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.gallery.internal.scenes.Scene;
import io.lumiere.gallery.internal.scenes.Scenes;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleTableTest {
  @Test
  void everySceneIsASampleAndEverySampleAScene() {
    assertThat(SampleTable.painted().stream().map(Sample::sourceName))
        .containsExactlyInAnyOrderElementsOf(Scenes.all().stream().map(Scene::id).toList());
  }

  @Test
  void sourcesAndTargetsAreUniqueAndSafe() {
    for (var samples : Set.of(SampleTable.painted(), SampleTable.photos())) {
      assertThat(samples.stream().map(Sample::target))
          .doesNotHaveDuplicates()
          .allMatch(target -> target.matches("[A-Za-z0-9_ ]+(/[A-Za-z0-9_ ]+){1,2}\\.jpg"));
      assertThat(samples.stream().map(Sample::source)).doesNotHaveDuplicates();
    }
  }

  @Test
  void photosNameTheirPackageAuthorAndLicence() {
    assertThat(SampleTable.photos())
        .hasSizeGreaterThanOrEqualTo(30)
        .allSatisfy(sample -> {
          assertThat(sample.source())
              .matches(
                  "(lomiri-wallpapers-16\\.04|mate-backgrounds|plasma-workspace-wallpapers)"
                      + ":usr/share/.+\\.jpg");
          assertThat(sample.author()).isNotBlank();
          assertThat(sample.licence())
              .isIn("CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "GPL-2+", "LGPLv3");
          assertThat(sample.nameOfWork()).isNotBlank().doesNotContainPattern("\\d+x\\d+");
        });
  }

  @Test
  void captionsAreOfPhotosInTheTable() {
    assertCaptions(true, SampleTable.painted().stream());
    assertCaptions(false, SampleTable.photos().stream());
  }

  private static void assertCaptions(boolean painted, Stream<Sample> samples) {
    Set<String> targets = samples.map(Sample::target).collect(Collectors.toSet());
    assertThat(
            SampleTable.captions(painted)
                .lines()
                .map(line -> line.split("\t")[0])
                .collect(Collectors.toSet()))
        .isEqualTo(targets);
    assertThat(SampleTable.captions(painted).lines()).doesNotHaveDuplicates();
  }
}

package io.lumiere.models.internal.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import io.lumiere.models.internal.preprocess.Fit;
import io.lumiere.models.internal.preprocess.Preprocessing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files beside a checkpoint say, and what is made of it. */
class SettingsFilesTest {
  @TempDir private Path folder;

  private Settings settings(String file, String json) throws IOException {
    Files.writeString(folder.resolve(file), json);
    return Settings.read(folder);
  }

  private Preprocessing crop(int tower, String size, String crop) throws IOException {
    Settings settings =
        settings(
            Settings.PREPROCESSOR,
            "{\"do_center_crop\": true, \"size\": %s, \"crop_size\": %s, \"resample\": 0}"
                .formatted(size, crop));
    return ClipDefaults.preprocessing(settings, ClipDefaults.clip(tower));
  }

  @ParameterizedTest
  @ValueSource(ints = {224, 256, 248, 257, 299, 1000})
  void aLargerPictureIsCut(int edge) throws IOException {
    Preprocessing found =
        crop(224, "{\"shortest_edge\": " + edge + "}", "{\"height\": 224, \"width\": 224}");
    assertThat(found.fit()).isEqualTo(Fit.CENTRE_CROP);
    assertThat(found.minShortSide()).isEqualTo(edge);
    assertThat(crop(224, "" + edge, "224")).isEqualTo(found);
  }

  @Test
  void whatTheFilesDoNotSayIsTheFamilys() throws IOException {
    Preprocessing usual = ClipDefaults.clip(224);
    String size = "{\"height\": 256, \"width\": 256}";
    assertThat(crop(224, size, "224").cropFraction()).isEqualTo(usual.cropFraction());
    Settings silent = settings(Settings.PREPROCESSOR, "{\"do_center_crop\": true}");
    assertThat(ClipDefaults.preprocessing(silent, usual)).isEqualTo(usual);
  }

  @ParameterizedTest
  @CsvSource({"256, 240", "200, 224"})
  void sizesThatTheWeightsDoNotTakeAreRefused(String edge, String crop) {
    assertThatThrownBy(() -> crop(224, edge, crop))
        .isInstanceOf(LumiereException.class)
        .hasMessage(
            "preprocessor_config.json resizes to %s and cuts out %s pixels; the weights take 224,"
                + " out of as many or more",
            edge, crop);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "3000000000"})
  void sizesAreAtLeastOne(String value) throws IOException {
    Settings settings =
        settings(Settings.OPEN_CLIP, "{\"model_cfg\": {\"head_width\": " + value + "}}");
    assertThatThrownBy(() -> settings.integer(Settings.OPEN_CLIP, "model_cfg", "head_width"))
        .isInstanceOf(LumiereException.class)
        .hasMessage(
            "open_clip_config.json has model_cfg.head_width %s; at least 1 is expected", value);
  }
}

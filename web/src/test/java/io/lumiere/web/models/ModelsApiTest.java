package io.lumiere.web.models;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsApiTest {
  @TempDir Path folder;

  @Test
  void theStarterAndTheKnownModelsAreListed() throws Exception {
    try (ApiClient api = new ApiClient(new ModelsApi(new PaintedArchive(folder).home()))) {
      JsonNode models = api.get("/models").json().path("models");
      JsonNode starter = models.get(0);
      assertThat(starter.path("name").asText()).isEqualTo("starter");
      assertThat(starter.path("installed").asBoolean()).isTrue();
      assertThat(starter.path("default").asBoolean()).isTrue();
      assertThat(starter.path("bytes").asLong()).isGreaterThan(1_000_000);
      JsonNode clip = null;
      for (JsonNode model : models) {
        clip = model.path("name").asText().equals("clip-vit-b-32") ? model : clip;
        assertThat(model.path("known").asBoolean()).isTrue();
      }
      assertThat(clip.path("installed").asBoolean()).isFalse();
      assertThat(clip.path("licence").asText()).isNotBlank();
      assertThat(clip.path("dimension").asInt()).isEqualTo(512);
      assertThat(clip.path("summary").asText()).contains("Languages");
    }
  }

  @Test
  void aStarterThatIsNotMadeYetIsNotInstalled() throws Exception {
    PaintedArchive other =
        new PaintedArchive(folder).with("LUMIERE_CACHE", folder.resolve("cache").toString());
    try (ApiClient api = new ApiClient(new ModelsApi(other.home()))) {
      JsonNode starter = api.get("/models").json().at("/models/0");
      assertThat(starter.path("installed").asBoolean()).isFalse();
      assertThat(starter.has("bytes")).isFalse();
    }
  }
}

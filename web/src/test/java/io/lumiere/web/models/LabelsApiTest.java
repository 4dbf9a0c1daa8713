package io.lumiere.web.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelsApiTest {
  @TempDir Path folder;

  @Test
  void labelsOfAPhotoAreScored() throws Exception {
    PaintedArchive painted = new PaintedArchive(folder);
    painted.index("scene.png");
    try (Archives archives = new Archives(painted.home(), painted.index());
        ApiClient api = new ApiClient(new LabelsApi(archives))) {
      String id = archives.open((String) null).search().find("scene.png").orElseThrow().id();
      JsonNode json =
          api.get("/photos/" + id + "/labels?labels=a%20sunset,a%20tax%20form,,").json();
      assertThat(json.path("model").asText()).isEqualTo("starter");
      assertThat(json.path("labels")).hasSize(2);
      assertThat(json.at("/labels/0/label").asText()).isEqualTo("a sunset");
      assertThat(json.at("/labels/0/cosine").asDouble())
          .isGreaterThan(json.at("/labels/1/cosine").asDouble());
      assertThat(json.at("/labels/0/probability").asDouble()).isBetween(0.0, 1.0);
      assertThat(json.at("/labels/0/cosine").asDouble()).isCloseTo(0, within(1.0));
      assertThat(api.get("/photos/nosuch/labels?labels=a").status()).isEqualTo(404);
      assertThat(api.get("/photos/" + id + "/labels").status()).isEqualTo(400);
      assertThat(api.get("/photos/" + id + "/labels?labels=,%20,").status()).isEqualTo(400);
      String many = "a,".repeat(50) + "b".repeat(300);
      assertThat(api.get("/photos/" + id + "/labels?labels=" + many).status()).isEqualTo(422);
    }
  }
}

package io.lumiere.web.archives;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesApiTest {
  @TempDir Path folder;

  @Test
  void anIndexIsAddedUsedAndForgotten() throws Exception {
    PaintedArchive painted = new PaintedArchive(folder);
    painted.index("lake.jpg", "hill.jpg");
    Path none = folder.resolve("none");
    try (Archives archives = new Archives(painted.home(), none);
        ApiClient api = new ApiClient(new ArchivesApi(painted.home(), archives))) {
      JsonNode empty = api.get("/archives").json();
      assertThat(empty.path("archives")).isEmpty();
      assertThat(empty.path("current").isNull()).isTrue();
      ApiClient.Answer added =
          api.send("POST", "/archives", "{\"index\":\"" + painted.index() + "\"}");
      assertThat(added.status()).isEqualTo(201);
      assertThat(added.json().path("root").asText()).isEqualTo(painted.photos().toString());
      assertThat(added.json().path("photos").asInt()).isEqualTo(2);
      assertThat(api.get("/archives").json().path("current").asText()).isEqualTo("photos");

      String model = "/archives/photos/model";
      assertThat(api.send("PUT", model, "{\"model\":\"starter\"}").json().path("model").asText())
          .isEqualTo("starter");
      assertThat(api.send("PUT", model, "{\"model\":\"nosuch\"}").status()).isEqualTo(422);
      assertThat(api.send("PUT", "/archives/x/model", "{\"model\":\"starter\"}").status())
          .isEqualTo(404);

      assertThat(api.send("DELETE", "/archives/photos", null).status()).isEqualTo(204);
      assertThat(api.send("DELETE", "/archives/photos", null).status()).isEqualTo(404);
      assertThat(painted.index()).isNotEmptyDirectory();
    }
  }

  @Test
  void whatIsNotAnIndexIsRefused() throws Exception {
    PaintedArchive painted = new PaintedArchive(folder);
    try (Archives archives = new Archives(painted.home(), painted.index());
        ApiClient api = new ApiClient(new ArchivesApi(painted.home(), archives))) {
      ApiClient.Answer refused =
          api.send("POST", "/archives", "{\"index\":\"" + folder.resolve("none") + "\"}");
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.detail()).contains("there is no index");
      assertThat(api.send("POST", "/archives", "{\"index\":\"x\"}").status()).isEqualTo(422);
      assertThat(api.get("/archives").json().path("archives")).isEmpty();
    }
  }
}

package io.lumiere.web.folders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.web.ApiClient;
import io.lumiere.workspace.Home;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersApiTest {
  @TempDir Path folder;
  private ApiClient api;

  @BeforeEach
  void start() throws Exception {
    for (String path : List.of("Pictures/trips", "Pictures/Family", "Pictures/.hidden", "music")) {
      Files.createDirectories(folder.resolve(path));
    }
    Files.writeString(folder.resolve("Pictures/a.jpg"), "x");
    Files.writeString(folder.resolve("Pictures/trips/b.NEF"), "x");
    Files.writeString(folder.resolve("Pictures/.hidden/c.jpg"), "x");
    Files.writeString(folder.resolve("Pictures/secret plans.txt"), "x");
    api = new ApiClient(new FoldersApi(new Home(Map.of("HOME", folder.toString()))));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonNode ask(String path) throws Exception {
    String encoded = URLEncoder.encode(path, StandardCharsets.UTF_8);
    return api.get("/folders?path=" + encoded).json();
  }

  private static List<String> names(JsonNode answer) {
    List<String> names = new ArrayList<>();
    answer.path("folders").forEach(each -> names.add(each.path("name").asText()));
    return names;
  }

  @Test
  void whatWasTypedIsCompleted() throws Exception {
    assertThat(names(ask("~/"))).containsExactly("music", "Pictures");
    assertThat(names(ask(folder + "/pic"))).containsExactly("Pictures");
    assertThat(names(ask("~/Pictures/"))).containsExactly("Family", "trips");
    assertThat(names(ask("~/Pictures/."))).isNotNull();
    assertThat(names(ask("~/Pictures/.h"))).containsExactly(".hidden");
    assertThat(names(api.get("/folders").json())).containsExactly("music", "Pictures");
  }

  @Test
  void aFolderIsLookedIntoAndNoFileIsNamed() throws Exception {
    JsonNode pictures = ask("~/Pictures");
    assertThat(pictures.path("path").asText()).isEqualTo(folder.resolve("Pictures").toString());
    assertThat(pictures.path("exists").asBoolean()).isTrue();
    assertThat(pictures.path("readable").asBoolean()).isTrue();
    assertThat(pictures.path("photos_estimate").asInt()).isEqualTo(2);
    assertThat(ask("~/Pictures/secret").toString()).doesNotContain("plans");
    JsonNode file = ask("~/Pictures/a.jpg");
    assertThat(file.path("exists").asBoolean()).isFalse();
    assertThat(file.has("photos_estimate")).isFalse();
  }

  @Test
  void wildPathsAreAnsweredInWords() throws Exception {
    assertThat(ask("/no/such/folder").path("exists").asBoolean()).isFalse();
    assertThat(api.get("/folders?path=Pictures").detail()).contains("is not a whole path");
    assertThat(api.get("/folders?path=solr://zk:2181/photos").detail())
        .contains("is an address", "'lumiere serve'");
    assertThat(api.get("/folders?path=%2Fa%00b").status()).isBetween(400, 422);
    assertThat(api.get("/folders?path=%2F" + "a".repeat(3000)).status()).isEqualTo(200);
    assertThat(ask("/../../..").path("path").asText()).isEqualTo("/");
  }

  @Test
  void aFolderOfManyIsCutShort() throws Exception {
    for (int i = 0; i < 230; i++) {
      Files.createDirectories(folder.resolve("many/" + i));
    }
    assertThat(names(ask("~/many/"))).hasSize(Completion.MOST);
  }
}

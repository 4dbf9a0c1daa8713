package io.lumiere.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.lists.Lists;
import io.lumiere.web.search.SearchServer.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Searches by pictures and by what photos show, over HTTP, on painted scenes. */
class PicturesTest {
  @TempDir Path folder;

  @Test
  void aPictureThatIsSentFindsItsLike() throws IOException {
    PaintedArchive painted = new PaintedArchive(folder);
    painted.index("a.jpg", "b.jpg", "c.png", "d.jpg", "e.jpg", "f.jpg");
    byte[] bytes = Files.readAllBytes(painted.photos().resolve("c.png"));
    try (Archives archives = new Archives(painted.home(), painted.index());
        SearchServer server = new SearchServer(archives, new Lists())) {
      Answer sent = server.post("/pictures", "image/png", bytes);
      assertThat(sent.status()).isEqualTo(201);
      assertThat(sent.number("width")).isEqualTo(96);
      String picture = sent.text("picture");
      assertThat(first(server, "image=" + picture)).isEqualTo("c.png");
      assertThat(first(server, "image=" + picture + "%3D0.7&not=night")).isEqualTo("c.png");
      assertThat(first(server, "like=" + picture)).isEqualTo("c.png");
      assertThat(server.found("/grid?cut=none&image=" + picture).object("rows"))
          .containsKey("scores");
      assertThat(first(server, "cut=none&q=sunset&unlike=" + picture)).isNotEqualTo("c.png");

      Answer small = server.get("/pictures/" + picture);
      assertThat(small.status()).isEqualTo(200);
      assertThat(ImageIO.read(new ByteArrayInputStream(small.response().body())).getWidth())
          .isEqualTo(96);
      assertThat(server.get("/pictures/none").status()).isEqualTo(404);
      refuses(server, bytes);
    }
  }

  private static void refuses(SearchServer server, byte[] bytes) {
    assertThat(server.post("/pictures", "image/png", new byte[0]).status()).isEqualTo(400);
    Answer damaged = server.post("/pictures", "image/png", Arrays.copyOf(bytes, bytes.length / 3));
    assertThat(damaged.status()).isEqualTo(422);
    assertThat(damaged.text("detail")).startsWith("the picture cannot be read: ");
    byte[] text = "no picture at all".getBytes(StandardCharsets.UTF_8);
    assertThat(server.post("/pictures", "image/jpeg", text).status()).isEqualTo(422);
    assertThat(server.get("/grid?image=00000000").text("detail")).contains("send it again");
  }

  private static String first(SearchServer server, String parameters) {
    List<Map<String, Object>> hits = server.found("/search?" + parameters).list("hits");
    return (String) hits.getFirst().get("path");
  }
}

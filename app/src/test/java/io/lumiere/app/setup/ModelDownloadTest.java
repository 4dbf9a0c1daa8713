package io.lumiere.app.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lumiere.app.output.Console;
import io.lumiere.base.LumiereException;
import io.lumiere.models.catalogue.KnownModels;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ModelDownloadTest {
  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void allFilesComeFromTheMirrorAndGoAgain() throws IOException {
    HttpServer hub =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hub.createContext(
        "/",
        exchange -> {
          byte[] content = exchange.getRequestURI().getPath().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, content.length);
          try (exchange) {
            exchange.getResponseBody().write(content);
          }
        });
    hub.start();
    try {
      Console console = console("http://127.0.0.1:" + hub.getAddress().getPort());
      ModelSource source = source(console, "chinese-clip-vit-b-16");
      ModelDownload download = new ModelDownload(new Home(console));
      Path files = download.fetch(source);
      assertThat(files.resolve("vocab.txt"))
          .hasContent("/OFA-Sys/chinese-clip-vit-base-patch16/resolve/main/vocab.txt");
      assertThat(files.resolve("pytorch_model.bin")).exists();
      assertThat(err.toString(StandardCharsets.UTF_8)).contains("licence: see model card");
      download.discard(source);
      assertThat(files).doesNotExist();
    } finally {
      hub.stop(0);
    }
  }

  @Test
  void withoutANetworkTheWayByHandIsSaid() {
    Console console = console("http://127.0.0.1:1");
    ModelSource source = source(console, "siglip-b-16");
    assertThatThrownBy(() -> new ModelDownload(new Home(console)).fetch(source))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cannot reach 127.0.0.1")
        .hasMessageContaining("lumiere models add siglip-b-16 --from FOLDER");
  }

  private static ModelSource source(Console console, String name) {
    return ModelSource.of(name, null, KnownModels.load(console.environment()));
  }

  private Console console(String hub) {
    return new Console(
        System.in,
        err,
        err,
        Map.of("LUMIERE_MODEL_HUB", hub, "LUMIERE_CACHE", folder.resolve("cache").toString()));
  }
}

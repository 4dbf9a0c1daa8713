package io.lumiere.workspace.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.lumiere.base.Fault;
import io.lumiere.base.LumiereException;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDownloadTest {
  @TempDir Path folder;
  private final List<String> notes = new ArrayList<>();

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
      Home home = home("http://127.0.0.1:" + hub.getAddress().getPort());
      ModelSource source = source(home, "chinese-clip-vit-b-16");
      ModelDownload download = new ModelDownload(home, notes::add);
      Path files = download.fetch(source);
      assertThat(files.resolve("vocab.txt"))
          .hasContent("/OFA-Sys/chinese-clip-vit-base-patch16/resolve/main/vocab.txt");
      assertThat(files.resolve("pytorch_model.bin")).exists();
      assertThat(notes).anyMatch(note -> note.contains("licence: see model card"));
      download.discard(source);
      assertThat(files).doesNotExist();
    } finally {
      hub.stop(0);
    }
  }

  @Test
  void withoutANetworkItSaysWhichFilesAreMissing() {
    Home home = home("http://127.0.0.1:1");
    ModelSource source = source(home, "siglip-b-16");
    assertThatThrownBy(() -> new ModelDownload(home, notes::add).fetch(source))
        .isInstanceOf(LumiereException.class)
        .hasMessageContaining("cannot reach 127.0.0.1")
        .extracting(failure -> ((LumiereException) failure).fault())
        .isEqualTo(Fault.FILES_UNAVAILABLE);
  }

  @Test
  void aRootIsNoCheckpoint() {
    assertThatThrownBy(() -> source(home("http://127.0.0.1:1"), "/"))
        .isInstanceOf(LumiereException.class)
        .hasMessage("'/' is neither a known model nor a file");
  }

  /** Two downloads into one file would damage it. */
  @Test
  void whoAddsAModelThatIsBeingAddedWaitsForIt() throws Exception {
    Home home = home("http://127.0.0.1:1");
    ModelSource source = source(home, "siglip-b-16");
    CountDownLatch waits = new CountDownLatch(1);
    SetupListener listener =
        note -> {
          if (note.startsWith("Waiting for ")) {
            waits.countDown();
          }
        };
    Conversion.Choice choice = new Conversion.Choice(null, null, null, null);
    FutureTask<InstalledModel> second =
        new FutureTask<>(() -> new ModelAddition(home, listener).add(source, choice));
    new ModelDownload(home, notes::add)
        .alone(
            source,
            () -> {
              new Thread(second).start();
              assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
              return Files.createDirectories(home.models().resolve(source.name()));
            });
    assertThatThrownBy(() -> second.get(30, TimeUnit.SECONDS))
        .cause()
        .hasFieldOrPropertyWithValue("fault", Fault.MODEL_EXISTS);
  }

  private static ModelSource source(Home home, String name) {
    return ModelSource.of(name, null, KnownModels.load(home.environment()));
  }

  private Home home(String hub) {
    return new Home(
        Map.of(
            "LUMIERE_MODEL_HUB", hub,
            "LUMIERE_MODELS", folder.resolve("models").toString(),
            "LUMIERE_CACHE", folder.resolve("cache").toString()));
  }
}

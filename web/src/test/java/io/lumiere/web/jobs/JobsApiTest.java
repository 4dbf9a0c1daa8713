package io.lumiere.web.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.ArchivesApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs over the API, with real photos and the real model. */
class JobsApiTest {
  private static final int SOME = 3;

  @TempDir Path folder;
  private PaintedArchive painted;
  private Archives archives;
  private ApiClient api;
  private int many = 20;

  @BeforeEach
  void start() {
    painted = new PaintedArchive(folder);
    start(painted);
  }

  @AfterEach
  void stop() {
    api.close();
    archives.close();
  }

  private static String order(String members) {
    return "{" + members.replace('\'', '"') + "}";
  }

  private String startIndexing() throws Exception {
    ApiClient.Answer started =
        api.send("POST", "/jobs", order("'kind':'index','folder':'" + painted.photos() + "'"));
    assertThat(started.status()).describedAs("%s", started.json()).isEqualTo(201);
    return started.json().path("id").asText();
  }

  private JsonNode job(String id) throws Exception {
    return api.get("/jobs/" + id).json();
  }

  private JsonNode awaitEnd(String id) throws Exception {
    JsonNode job = job(id);
    while (List.of("running", "paused").contains(job.path("state").asText())) {
      Thread.sleep(50);
      job = job(id);
    }
    return job;
  }

  /**
   * Indexes so many photos that there is time to do something meanwhile, until some are done. On a
   * machine that is so busy that all are done by then, a test begins again, with twice as many.
   */
  private String startMany() throws Exception {
    stop();
    many *= 2;
    painted = new PaintedArchive(folder.resolve(many + " photos"));
    start(painted);
    String[] names = new String[many];
    for (int i = 0; i < many; i++) {
      names[i] = "photo " + i + ".png";
    }
    painted.paint(names);
    String id = startIndexing();
    awaitDone(id, SOME);
    return id;
  }

  @Test
  void aFolderBecomesAnArchiveThatIsWatchedAndSearched() throws Exception {
    painted.paint("a/lake.jpg", "b/sunset.png");
    Files.writeString(painted.photos().resolve("broken.jpg"), "not a photo");
    String id = startIndexing();
    List<String> lines = api.lines("/jobs/" + id + "/events");
    List<String> data = lines.stream().filter(line -> line.startsWith("data:")).toList();
    assertThat(lines).contains("event: progress");
    JsonNode last = new ObjectMapper().readTree(data.getLast().substring("data:".length()));
    assertThat(last).isEqualTo(job(id));
    assertThat(last.path("state").asText()).isEqualTo("done");
    assertThat(last.path("archive").asText()).isEqualTo("photos");
    assertThat(last.path("photos").asInt()).isEqualTo(2);
    assertThat(last.path("failures").asInt()).isEqualTo(1);
    assertThat(last.path("message").asText())
        .isEqualTo("2 photos in the index; 1 file could not be read");
    assertThat(last.path("done").asInt()).isEqualTo(last.path("total").asInt()).isEqualTo(3);
    JsonNode failures = api.get("/jobs/" + id + "/failures").json();
    assertThat(failures.at("/failures/0/path").asText()).isEqualTo("broken.jpg");
    assertThat(failures.at("/failures/0/reason").asText()).isNotBlank();
    assertThat(failures.path("next").isNull()).isTrue();
    assertThat(api.get("/jobs/" + id + "/failures?after=7").json().path("failures")).isEmpty();
    JsonNode archives = api.get("/archives").json();
    assertThat(archives.path("current").asText()).isEqualTo("photos");
    assertThat(archives.at("/archives/0/ready").asBoolean()).isTrue();
    assertThat(archives.at("/archives/0/photos").asInt()).isEqualTo(2);
    assertThat(archives.at("/archives/0/index").asText()).isEqualTo(painted.index().toString());
  }

  @Test
  void anArchiveIsIndexedAgain() throws Exception {
    painted.paint("lake.jpg");
    awaitEnd(startIndexing());
    painted.paint("one.jpg", "two.jpg");
    ApiClient.Answer again =
        api.send("POST", "/jobs", order("'kind':'index','archive':'photos','reread':true"));
    assertThat(awaitEnd(again.json().path("id").asText()).path("photos").asInt()).isEqualTo(3);
    assertThat(awaitEnd(startIndexing()).path("archive").asText()).isEqualTo("photos");
    assertThat(api.get("/archives").json().path("archives")).hasSize(1);
    assertThat(api.get("/jobs").json().path("jobs")).hasSize(3);
  }

  @Test
  void aJobIsHeldAndGoesOnAndSearchesGoOnMeanwhile() throws Exception {
    String id = startMany();
    while (!isHeld(id)) {
      id = startMany();
    }
    ApiClient.Answer second = api.send("POST", "/jobs", order("'kind':'index','archive':'photos'"));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.detail()).contains("a job goes on already", "(job " + id + ")");
    assertThat(job(id).has("eta_seconds")).isFalse();
    api.send("POST", "/jobs/" + id + "/resume", null);
    JsonNode end = awaitEnd(id);
    assertThat(end.path("state").asText()).isEqualTo("done");
    assertThat(end.path("photos").asInt()).isEqualTo(many);
    assertThat(api.send("POST", "/jobs/" + id + "/pause", null).status()).isEqualTo(409);
  }

  @Test
  void aListOfArchivesThatIsDamagedMeanwhileEndsNoJob() throws Exception {
    String id = startMany();
    while (api.send("POST", "/jobs/" + id + "/pause", null).status() == 409) {
      id = startMany();
    }
    Path list = painted.home().archives();
    String text = Files.readString(list);
    List<LogRecord> logged = new CopyOnWriteArrayList<>();
    Logger logger = Logger.getLogger(PhotoProgress.class.getName());
    logger.setFilter(logged::add);
    try {
      Files.writeString(list, "{");
      api.send("POST", "/jobs/" + id + "/resume", null);
      JsonNode end = awaitEnd(id);
      Files.writeString(list, text);
      assertThat(end.path("state").asText()).describedAs("%s", end).isEqualTo("done");
    } finally {
      logger.setFilter(null);
    }
    assertThat(logged).hasSize(1);
    assertThat(logged.get(0).getThrown()).hasMessageContaining("cannot be understood");
  }

  /** Holds a job; false where it has done everything by then. */
  private boolean isHeld(String id) throws Exception {
    ApiClient.Answer paused = api.send("POST", "/jobs/" + id + "/pause", null);
    if (paused.status() == 409) {
      return false;
    }
    assertThat(paused.json().path("state").asText()).isEqualTo("paused");
    int done = settled(id);
    assertThat(done).isBetween(SOME, many);
    return done < many;
  }

  @Test
  void aStoppedJobKeepsWhatItDid() throws Exception {
    String id = startMany();
    while (api.send("POST", "/jobs/" + id + "/stop", null).status() == 409
        || awaitEnd(id).path("photos").asInt() == many) {
      id = startMany();
    }
    JsonNode end = awaitEnd(id);
    assertThat(end.path("state").asText()).isEqualTo("stopped");
    int kept = end.path("photos").asInt();
    assertThat(kept).isBetween(SOME, many - 1);
    assertThat(end.path("message").asText()).contains("goes on from there");
    assertThat(awaitEnd(startIndexing()).path("photos").asInt()).isEqualTo(many);
  }

  @Test
  void theEndOfTheServerEndsItCleanly() throws Exception {
    int kept;
    do {
      startMany();
      stop();
      try (Archives later = new Archives(painted.home(), painted.index())) {
        kept = later.open((String) null).count();
      }
      start(painted);
    } while (kept == many);
    assertThat(kept).isBetween(SOME, many - 1);
    assertThat(awaitEnd(startIndexing()).path("photos").asInt()).isEqualTo(many);
  }

  @Test
  void whatCannotBeDoneIsRefusedOrFailsInWords() throws Exception {
    Path text = Files.writeString(Files.createDirectories(folder).resolve("text.txt"), "x");
    for (String[] refused :
        new String[][] {
          {"'kind':'index'", "needs the member \"folder\""},
          {"'kind':'index','folder':'Pictures'", "is not a whole path"},
          {"'kind':'index','folder':'" + folder.resolve("none") + "'", "none"},
          {"'kind':'index','folder':'" + text + "'", "text.txt"},
          {"'kind':'index','archive':'nosuch'", "there is no archive \"nosuch\""},
          {"'kind':'add-model','model':'nosuch'", "there is no known model \"nosuch\""},
          {"'kind':'reindex','archive':'nosuch','model':'starter'", "there is no archive"},
        }) {
      ApiClient.Answer answer = api.send("POST", "/jobs", order(refused[0]));
      assertThat(answer.status()).describedAs(refused[0]).isEqualTo(422);
      assertThat(answer.detail()).describedAs(refused[0]).contains(refused[1]);
    }
    assertThat(api.send("POST", "/jobs", order("'kind':'dance'")).status()).isEqualTo(400);
    assertThat(api.get("/jobs/99").status()).isEqualTo(404);
    assertThat(api.get("/jobs/99/events").status()).isEqualTo(404);
    assertThat(api.get("/archives").json().path("archives")).isEmpty();
  }

  @Test
  void anArchiveWhoseIndexNeverCameToBeIsForgotten() throws Exception {
    painted.paint("lake.jpg");
    Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("index");
    ApiClient.Answer started =
        api.send(
            "POST",
            "/jobs",
            order("'kind':'index','folder':'" + painted.photos() + "','index':'" + blocked + "'"));
    if (started.status() == 201) {
      assertThat(awaitEnd(started.json().path("id").asText()).path("state").asText())
          .isEqualTo("failed");
    }
    assertThat(api.get("/archives").json().path("archives")).isEmpty();
  }

  @Test
  void aModelThatCannotBeHadSaysWhy() throws Exception {
    stop();
    painted = painted.with("LUMIERE_MODEL_HUB", "http://127.0.0.1:1");
    start(painted);
    ApiClient.Answer started =
        api.send("POST", "/jobs", order("'kind':'add-model','model':'siglip-b-16'"));
    String id = started.json().path("id").asText();
    JsonNode end = awaitEnd(id);
    assertThat(end.path("state").asText()).isEqualTo("failed");
    assertThat(end.path("message").asText()).contains("cannot reach 127.0.0.1");
    assertThat(api.send("POST", "/jobs/" + id + "/stop", null).status()).isEqualTo(409);
  }

  private void start(PaintedArchive archive) {
    archives = new Archives(archive.home(), archive.index());
    api =
        new ApiClient(
            new JobsApi(archive.home(), archives), new ArchivesApi(archive.home(), archives));
  }

  private void awaitDone(String id, int photos) throws Exception {
    while (job(id).path("done").asInt() < photos || job(id).path("total").isNull()) {
      Thread.sleep(20);
    }
  }

  /** How many photos are done once nothing moves any more and a search finds them all. */
  private int settled(String id) throws Exception {
    int before = -1;
    while (before != job(id).path("done").asInt() || before != found()) {
      before = job(id).path("done").asInt();
      Thread.sleep(1500);
    }
    return before;
  }

  private int found() throws IOException, InterruptedException {
    return api.get("/archives").json().at("/archives/0/photos").asInt();
  }
}

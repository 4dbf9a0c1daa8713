package io.lumiere.web.lists;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.lumiere.base.Folders;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.SearchRequest;
import io.lumiere.web.ApiClient;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.search.AskedSearch;
import io.lumiere.web.search.GridApi;
import io.lumiere.web.search.PhotoLists;
import io.lumiere.web.search.Searches;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists and saved searches over the API, and what becomes of them when the index changes. */
class ListsApiTest {
  @TempDir Path folder;
  private PaintedArchive painted;
  private Archives archives;
  private Searches searches;
  private ApiClient api;

  @BeforeEach
  void start() {
    painted = new PaintedArchive(folder);
    painted.index("a/lake.png", "a/hill.png", "b/sea.png");
    open();
  }

  private void open() {
    archives = new Archives(painted.home(), painted.index());
    Lists lists = new Lists();
    searches = new Searches(archives, lists);
    api =
        new ApiClient(
            new ListsApi(archives, lists, searches),
            new SearchesApi(archives, lists),
            new GridApi(searches));
  }

  @AfterEach
  void stop() {
    api.close();
    searches.close();
    archives.close();
  }

  private OpenArchive archive() {
    return archives.open((String) null);
  }

  private List<String> ids() {
    return archive().search().search(SearchRequest.builder().build()).hits().stream()
        .map(hit -> hit.photo().id())
        .toList();
  }

  private int hits(AskedSearch asked) {
    return searches.withOrder(asked, ResultOrder::total);
  }

  private String id(String path) {
    return archive().search().find(path).orElseThrow().id();
  }

  private Path file() {
    return folder.resolve("index.lists.json");
  }

  private String make(String name) throws Exception {
    ApiClient.Answer made =
        api.send("POST", "/lists", "{\"name\":\"" + name + "\",\"kind\":\"album\"}");
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("id").asText();
  }

  private JsonNode change(String list, String body) throws Exception {
    ApiClient.Answer answer = api.send("POST", "/lists/" + list + "/photos", body);
    assertThat(answer.status()).describedAs("%s", answer.json()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode only() throws Exception {
    JsonNode lists = api.get("/lists").json().path("lists");
    assertThat(lists).hasSize(1);
    return lists.get(0);
  }

  @Test
  void photosComeAndGo() throws Exception {
    assertThat(api.get("/lists").json().path("lists")).isEmpty();
    assertThat(file()).doesNotExist();
    String list = make("  Häuser & 海 ");
    String lake = id("a/lake.png");
    JsonNode added = change(list, "{\"add\":[\"" + lake + "\",\"" + lake + "\",\"nosuch\"]}");
    assertThat(added.toString()).isEqualTo("{\"count\":1,\"added\":1,\"removed\":0}");
    assertThat(change(list, "{\"search\":\"q=\"}").path("count").asInt()).isEqualTo(3);
    JsonNode state = only();
    assertThat(state.path("name").asText()).isEqualTo("Häuser & 海");
    assertThat(state.path("cover").asText()).isEqualTo(lake);
    assertThat(state.path("cover_hash").asText()).hasSize(12);
    assertThat(state.has("missing")).isFalse();
    assertThat(change(list, "{\"remove\":[\"" + lake + "\",\"x\"]}").path("removed").asInt())
        .isEqualTo(1);
    assertThat(only().path("count").asInt()).isEqualTo(2);
    assertThat(searches.asked(Arguments.parse("list=" + list, Searches.PARAMETERS)))
        .satisfies(asked -> assertThat(hits(asked)).isEqualTo(2));
    assertThat(change(list, "{\"search\":\"from=2001-01-01&to=2001-01-02\"}").path("added").asInt())
        .isZero();
    assertThat(api.send("POST", "/lists/" + list + "/photos", "{\"search\":\"nosuch=1\"}").status())
        .isEqualTo(400);
    String text = Files.readString(file());
    assertThat(text).contains("\"name\" : \"Häuser & 海\"", "\"path\" : \"b/sea.png\"");
    assertThat(text.lines().count()).isGreaterThan(10);
  }

  @Test
  void listsAreRenamedAndDeletedAndKeptByTheNextServer() throws Exception {
    String one = make("One");
    String two = make("Two");
    assertThat(api.send("POST", "/lists", "{\"name\":\"One\",\"kind\":\"album\"}").status())
        .isEqualTo(409);
    assertThat(api.send("POST", "/lists", "{\"name\":\"One\",\"kind\":\"label\"}").status())
        .isEqualTo(201);
    assertThat(api.send("PATCH", "/lists/" + two, "{\"name\":\"One\"}").status()).isEqualTo(409);
    assertThat(api.send("PATCH", "/lists/" + one, "{\"name\":\"First\"}").status()).isEqualTo(200);
    for (String none : List.of(" \\u0007", " ", "\\u3000", "\\u2003\\u00a0")) {
      assertThat(api.send("PATCH", "/lists/" + one, "{\"name\":\"" + none + "\"}").status())
          .describedAs(none)
          .isEqualTo(400);
    }
    assertThat(api.send("DELETE", "/lists/" + two, null).status()).isEqualTo(204);
    for (String method : List.of("DELETE", "PATCH")) {
      String body = method.equals("PATCH") ? "{\"name\":\"x\"}" : null;
      assertThat(api.send(method, "/lists/" + two, body).status()).isEqualTo(404);
    }
    assertThat(api.send("POST", "/lists/" + two + "/photos", "{}").status()).isEqualTo(404);
    long revision = api.get("/lists").json().path("revision").asLong();
    stop();
    open();
    assertThat(api.get("/lists").json().path("revision").asLong()).isEqualTo(revision);
    assertThat(api.get("/lists").json().at("/lists/0/name").asText()).isEqualTo("First");
  }

  @Test
  void movedPhotosStayAndGoneOnesAreCounted() throws Exception {
    String list = make("All");
    change(list, "{\"search\":\"q=\"}");
    Files.move(painted.photos().resolve("a/hill.png"), painted.photos().resolve("b/mount.png"));
    Files.delete(painted.photos().resolve("b/sea.png"));
    painted.indexTo(painted.index());
    archives.refresh("photos");
    assertThat(only().path("count").asInt()).isEqualTo(2);
    assertThat(only().path("missing").asInt()).isEqualTo(1);
    assertThat(Files.readString(file())).contains("b/sea.png");
  }

  @Test
  void aDeletedListComesBackAsItWas() throws Exception {
    String list = make("All");
    change(list, "{\"search\":\"q=\"}");
    Files.delete(painted.photos().resolve("b/sea.png"));
    painted.indexTo(painted.index());
    archives.refresh("photos");
    JsonNode before = only();
    assertThat(before.path("missing").asInt()).isEqualTo(1);
    assertThat(api.send("DELETE", "/lists/" + list, null).status()).isEqualTo(204);
    assertThat(Files.readString(file())).doesNotContain("b/sea.png");
    String restore = "/lists/" + list + "/restore";
    make("All");
    assertThat(api.send("POST", restore, null).status()).isEqualTo(409);
    String other = only().path("id").asText();
    assertThat(api.send("DELETE", "/lists/" + other, null).status()).isEqualTo(204);
    for (int i = 0; i < 2; i++) {
      assertThat(api.send("POST", restore, null).json()).isEqualTo(before);
      assertThat(only()).isEqualTo(before);
    }
    assertThat(Files.readString(file())).contains("b/sea.png");
    assertThat(api.send("POST", "/lists/nosuch/restore", null).status()).isEqualTo(404);
  }

  @Test
  void anIndexThatIsMadeAgainHasThemStill() throws Exception {
    String list = make("All");
    change(list, "{\"search\":\"q=\"}");
    List<String> before = ids();
    stop();
    Folders.delete(painted.index());
    Files.move(painted.photos().resolve("a/hill.png"), painted.photos().resolve("b/mount.png"));
    Files.copy(painted.photos().resolve("b/sea.png"), painted.photos().resolve("a/copy.png"));
    painted.indexTo(painted.index());
    open();
    assertThat(ids()).doesNotContainAnyElementsOf(before);
    assertThat(only().path("count").asInt()).isEqualTo(3);
    assertThat(only().has("missing")).isFalse();
    assertThat(new Lists().photosOf(archive(), list).orElseThrow())
        .containsExactlyInAnyOrder(id("a/lake.png"), id("b/mount.png"), id("b/sea.png"));
  }

  @Test
  void copiesOfAListStayTwoWhileTheIndexIsMadeAgain() throws Exception {
    String list = makeOfTwoCopies();
    Path copy = painted.photos().resolve("a/copy.png");
    stop();
    Folders.delete(painted.index());
    // As an index run shows it that has met one of them so far.
    Path later = Files.move(copy, folder.resolve("later.png"));
    painted.indexTo(painted.index());
    open();
    assertThat(only().path("count").asInt()).isEqualTo(1);
    assertThat(only().path("missing").asInt()).isEqualTo(1);
    Path lock = folder.resolve(".index.lists.json.lock");
    Files.delete(lock);
    assertThat(new Lists().states(archive()).get(0).present()).isEqualTo(1);
    assertThat(lock).doesNotExist(); // There is nothing to change.
    Files.move(later, copy);
    painted.indexTo(painted.index());
    stop();
    open();
    assertThat(only().path("count").asInt()).isEqualTo(2);
    assertThat(new Lists().photosOf(archive(), list).orElseThrow())
        .containsExactly(id("a/lake.png"), id("a/copy.png"));
  }

  @Test
  void copiesInARenamedFolderStayTwo() throws Exception {
    String list = makeOfTwoCopies();
    stop();
    Folders.delete(painted.index());
    Files.move(painted.photos().resolve("a"), painted.photos().resolve("c"));
    painted.indexTo(painted.index());
    open();
    assertThat(only().path("count").asInt()).isEqualTo(2);
    assertThat(new Lists().photosOf(archive(), list).orElseThrow())
        .containsExactlyInAnyOrder(id("c/lake.png"), id("c/copy.png"));
  }

  /** A list of a photo and its copy beside it; its id. */
  private String makeOfTwoCopies() throws Exception {
    Files.copy(painted.photos().resolve("a/lake.png"), painted.photos().resolve("a/copy.png"));
    painted.indexTo(painted.index());
    archives.refresh("photos");
    String list = make("Both");
    change(list, "{\"add\":[\"" + id("a/lake.png") + "\",\"" + id("a/copy.png") + "\"]}");
    return list;
  }

  @Test
  void rowsOfAListAreOfTheOrderThatTheyWereAskedOf() throws Exception {
    String list = make("All");
    change(list, "{\"search\":\"q=\"}");
    JsonNode grid = api.get("/grid?rows=1&list=" + list).json();
    String rest =
        "/grid/rows?list=" + list + "&start=1&generation=" + grid.path("generation").asText();
    JsonNode before = api.get(rest).json().path("ids");
    assertThat(before).hasSize(2);
    String first = grid.at("/rows/ids/0").asText();
    change(list, "{\"remove\":[\"" + first + "\"]}"); // In another window.
    assertThat(api.get(rest).json().path("ids")).isEqualTo(before);
    JsonNode now = api.get("/grid?list=" + list).json();
    assertThat(now.path("total").asInt()).isEqualTo(2);
    assertThat(now.path("generation")).isNotEqualTo(grid.path("generation"));
    assertThat(api.get("/grid?list=" + list).json().path("generation"))
        .isEqualTo(now.path("generation"));
  }

  @Test
  void aDamagedFileIsSaidAndKept() throws Exception {
    make("One");
    String lake = id("a/lake.png");
    for (String damage : List.of("{", "{\"version\":2}", "{\"version\":1,\"lists\":[{}]}")) {
      Files.writeString(file(), damage);
      ApiClient.Answer answer = api.get("/lists");
      assertThat(answer.status()).isEqualTo(422);
      assertThat(answer.detail()).contains(file().toString(), "left as it is");
      assertThat(api.send("POST", "/lists", "{\"name\":\"x\",\"kind\":\"album\"}").status())
          .isEqualTo(422);
      assertThat(file()).hasContent(damage);
      assertThat(new Lists().listsOf(archive(), lake)).isEmpty();
    }
  }

  @Test
  void aPhotoKnowsItsLists() throws Exception {
    String list = make("One");
    make("Other");
    String lake = id("a/lake.png");
    change(list, "{\"add\":[\"" + lake + "\"]}");
    Lists lists = new Lists();
    assertThat(lists.listsOf(archive(), lake))
        .containsExactly(new PhotoLists.Membership(list, "One", "album"));
    assertThat(lists.photosOf(archive(), list)).contains(List.of(lake));
    assertThat(lists.photosOf(archive(), "nosuch")).isEmpty();
  }

  @Test
  void searchesAreSavedRenamedAndDeleted() throws Exception {
    String body = "{\"name\":\"Sunsets\",\"query\":\"q=sunset&sort=newest\"}";
    api.send("POST", "/searches", body);
    ApiClient.Answer saved = api.send("POST", "/searches", body.replace("newest", "oldest"));
    assertThat(saved.status()).isEqualTo(201);
    String id = saved.json().path("id").asText();
    JsonNode searches = api.get("/searches").json().path("searches");
    assertThat(searches).hasSize(1);
    assertThat(searches.at("/0/query").asText()).isEqualTo("q=sunset&sort=oldest");
    api.send("PATCH", "/searches/" + id, "{\"name\":\"Evenings\"}");
    assertThat(api.get("/searches").json().at("/searches/0/name").asText()).isEqualTo("Evenings");
    String other = api.send("POST", "/searches", body).json().path("id").asText();
    ApiClient.Answer taken = api.send("PATCH", "/searches/" + other, "{\"name\":\"Evenings\"}");
    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.detail()).contains("\"Evenings\" already");
    assertThat(api.send("PATCH", "/searches/" + id, "{\"name\":\"Evenings\"}").status())
        .isEqualTo(200);
    assertThat(api.send("DELETE", "/searches/" + id, null).status()).isEqualTo(204);
    assertThat(api.send("DELETE", "/searches/" + id, null).status()).isEqualTo(404);
    assertThat(api.send("PATCH", "/searches/" + id, "{\"name\":\"x\"}").status()).isEqualTo(404);
  }
}

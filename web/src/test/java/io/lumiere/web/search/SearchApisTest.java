package io.lumiere.web.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.Photo;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import io.lumiere.web.PaintedArchive;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.search.SearchServer.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The endpoints of searches, asked over HTTP, on an index of 300 invented photos. */
class SearchApisTest {
  @TempDir Path folder;

  private final Random random;
  private WrittenArchive written;
  private Archives archives;
  private SearchServer server;

  SearchApisTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void start() throws IOException {
    PaintedArchive places = new PaintedArchive(folder);
    written = new WrittenArchive(places.index(), random, 300);
    archives = new Archives(places.home(), places.index());
    server = new SearchServer(archives, new OneList());
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    archives.close();
    written.close();
  }

  /** A list of three photos, which are there only once the archive is written. */
  private static final class OneList implements PhotoLists {
    @Override
    public Optional<List<String>> photosOf(OpenArchive archive, String list) {
      return list.equals("best") ? Optional.of(List.of("id1", "id2", "id3")) : Optional.empty();
    }

    @Override
    public List<Membership> listsOf(OpenArchive archive, String photo) {
      return photo.equals("id2") ? List.of(new Membership("best", "The best", "album")) : List.of();
    }
  }

  private List<String> ids(String parameters) {
    List<String> ids = new ArrayList<>();
    Answer grid = server.found("/grid?rows=0&" + parameters);
    while (ids.size() < grid.number("total")) {
      List<String> more =
          server.found("/grid/rows?count=70&start=" + ids.size() + "&" + parameters).list("ids");
      assertThat(more).isNotEmpty();
      ids.addAll(more);
    }
    return ids;
  }

  private List<String> paged(String parameters) {
    List<String> ids = new ArrayList<>();
    String next = "";
    do {
      Answer page = server.found("/search?limit=60" + next + "&" + parameters);
      page.<Map<String, Object>>list("hits").forEach(hit -> ids.add((String) hit.get("id")));
      next = page.text("next") == null ? null : "&after=" + page.text("next");
    } while (next != null);
    return ids;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sort=oldest",
        "sort=name",
        "sort=random&seed=9",
        "q=dog",
        "q=dog&cut=none&sort=newest",
        "q=dog+-city%3A%22City+1%22&collapse=true",
        "like=id7",
        "like=id7&like=id9%3D0.5&unlike=id3",
        "from=2019-06-01&to=2020-02-01",
        "from=2019-06-01&dated=true",
        "box=-5,-5,30,15&sort=largest",
        "near=10.5,20.5,200",
        "facet=city%3Acity%3D%22City+1%22&facet=city%3Acity%3D%22City+2%22&facet=type%3Atype%3Dheic",
        "list=best",
      })
  void theGridHasThePhotosOfTheSearch(String parameters) {
    List<String> ids = ids(parameters);
    assertThat(ids).as("seed " + Seeds.ofRun()).isNotEmpty().isEqualTo(paged(parameters));
    Answer position = server.found("/grid/position?id=" + ids.getLast() + "&" + parameters);
    assertThat(position.number("position")).isEqualTo(ids.size() - 1);
  }

  @Test
  void theGridSaysWhatIsInIt() {
    Answer grid = server.found("/grid?rows=5");
    assertThat(grid.number("total")).isEqualTo(300);
    assertThat(grid.object().get("likely")).isNull();
    assertThat(grid.object().get("cut")).isNull();
    assertThat(grid.object().get("ranked")).isEqualTo(false);
    assertThat(grid.text("sort")).isEqualTo("newest");
    List<Map<String, Object>> sections = grid.list("sections");
    assertThat(sections.getFirst().get("key").toString()).matches("20[0-9]{2}-[0-9]{2}");
    assertThat(sections.getLast().get("key")).isEqualTo("none");
    assertThat(sections.stream().mapToInt(section -> (Integer) section.get("count")).sum())
        .isEqualTo(300);
    Map<String, Object> rows = grid.object("rows");
    assertThat(rows.keySet())
        .containsExactly("start", "count", "ids", "ratios", "colors", "taken", "flags", "hashes");
    assertThat((List<?>) rows.get("ids")).hasSize(5);
    assertThat((List<?>) rows.get("ratios")).allMatch(ratio -> ratio.equals(1333));

    Answer ranked = server.found("/grid?q=dog&collapse=true");
    assertThat(ranked.object("rows")).containsKeys("scores", "alike");
    assertThat(ranked.object("cut").get("scores"))
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(50);
    assertThat(ranked.<Map<String, Object>>list("understood"))
        .containsExactly(
            Map.of("kind", "shows", "label", "dog", "text", "dog", "from", 0, "to", 3));
    assertThat(ranked.<Map<String, Object>>list("sections"))
        .containsExactly(
            Map.of("key", "", "label", "", "start", 0, "count", ranked.number("total")));
  }

  @Test
  void stacksAreOpenedByAnyOfTheirPhotosAndSelectedWhole() {
    Answer grid = server.found("/grid?rows=300&collapse=true");
    assertThat(grid.text("stacking")).isEqualTo("all");
    assertThat(grid.number("photos")).isEqualTo(300);
    assertThat(grid.number("total")).isBetween(1, 299);
    List<?> ids = (List<?>) grid.object("rows").get("ids");
    List<?> alike = (List<?>) grid.object("rows").get("alike");
    List<String> all = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      Answer stack = server.found("/grid/stack?collapse=true&id=" + ids.get(i));
      assertThat(stack.number("position")).isEqualTo(i);
      assertThat(stack.number("total")).isEqualTo(1 + (Integer) alike.get(i));
      List<?> members = (List<?>) stack.object("rows").get("ids");
      assertThat(members).hasSize(stack.number("total")).first().isEqualTo(ids.get(i));
      members.forEach(id -> all.add((String) id));
      Answer same =
          server.found("/grid/stack?collapse=true&start=1&count=2&id=" + members.getLast());
      assertThat(same.number("position")).isEqualTo(i);
      assertThat((List<?>) same.object("rows").get("ids"))
          .isEqualTo(members.subList(1, Math.min(3, members.size())));
      for (int place = 0; place < members.size(); place++) {
        Answer near = server.found("/grid/stack?collapse=true&around=1&id=" + members.get(place));
        int first = Math.max(0, place - 1);
        assertThat(near.object("rows").get("start")).isEqualTo(first);
        assertThat((List<?>) near.object("rows").get("ids"))
            .isEqualTo(members.subList(first, Math.min(place + 2, members.size())));
      }
    }
    assertThat(all).hasSize(300).doesNotHaveDuplicates();
    assertThat(server.get("/grid/stack?id=nothing").status()).isEqualTo(404);
    assertThat(server.found("/grid/stack?id=" + all.getLast()).number("total")).isEqualTo(1);

    String shown = "{\"search\":\"collapse=true\",\"ranges\":[[0,2]]";
    assertThat(selected(shown + "}")).isEqualTo(2);
    assertThat(selected(shown + ",\"stacks\":true}"))
        .isEqualTo(2 + (Integer) alike.get(0) + (Integer) alike.get(1));
    String more = ",\"with\":[\"" + ids.get(0) + "\",\"" + ids.get(5) + "\"]}";
    assertThat(selected(shown + more)).isEqualTo(3);
    assertThat(server.post("/selections", "{\"ids\":[\"id1\"],\"stacks\":true}").status())
        .isEqualTo(400);
  }

  private int selected(String order) {
    return server.post("/selections", order).number("count");
  }

  @Test
  void aPageKeepsItsOrderWhileTheIndexChanges() throws Exception {
    String generation = server.found("/grid").text("generation");
    List<String> before = ids("");
    written.delete(written.photos.getFirst());
    written.addOne();
    archives.open((String) null).search().refresh();
    assertThat(server.found("/grid").text("generation")).isNotEqualTo(generation);
    Answer rows = server.found("/grid/rows?start=0&count=300&generation=" + generation);
    assertThat(rows.<String>list("ids")).isEqualTo(before);
    assertThat(server.found("/grid/rows?start=9999").number("count")).isZero();
    Answer gone = server.get("/grid/rows?generation=" + generation + "x");
    assertThat(gone.status()).isEqualTo(410);
    assertThat(gone.text("detail")).contains("ask for the grid again");
  }

  @Test
  void whatAClientHoldsIsNotSentAgain() throws IOException {
    for (String path : List.of("/grid", "/grid/rows?count=9", "/map", "/events", "/facets")) {
      Answer answer = server.found(path);
      String etag = answer.response().headers().firstValue("ETag").orElseThrow();
      assertThat(server.get(path, "If-None-Match", etag).status()).as(path).isEqualTo(304);
    }
    String etag = server.found("/grid").response().headers().firstValue("ETag").orElseThrow();
    written.addOne();
    archives.open((String) null).search().refresh();
    assertThat(server.get("/grid", "If-None-Match", etag).status()).isEqualTo(200);
  }

  @Test
  void facetsAreChosenSideways() {
    String chosen = "facet=" + SearchServer.encoded("city:city=\"City 1\"");
    Answer all = server.found("/facets?names=city,camera");
    Answer some = server.found("/facets?names=city,camera&" + chosen);
    List<Map<String, Object>> facets = some.list("facets");
    List<Map<String, Object>> cities = values(facets.getFirst());
    assertThat(cities.stream().map(city -> city.get("value")))
        .containsExactlyInAnyOrder("City 0", "City 1", "City 2");
    assertThat(cities.stream().filter(city -> (Boolean) city.get("selected")))
        .extracting(city -> city.get("query"))
        .containsExactly("city=\"City 1\"");
    assertThat(sum(cities))
        .isEqualTo(sum(values(all.<Map<String, Object>>list("facets").getFirst())));
    int inCity =
        (int)
            written.photos.stream()
                .filter(
                    photo -> photo.place() != null && photo.place().names().city().equals("City 1"))
                .count();
    assertThat(some.number("total")).isEqualTo(inCity);
    assertThat(sum(values(facets.get(1)))).isEqualTo(inCity);
    assertThat(
            values(
                server
                    .found("/facets?names=city&prefix=TY+2")
                    .<Map<String, Object>>list("facets")
                    .getFirst()))
        .hasSize(1);
    assertThat(server.found("/facets?limit=2").<Map<String, Object>>list("facets"))
        .anySatisfy(facet -> {
          assertThat(facet.get("name")).isEqualTo("place");
          assertThat(values(facet).getFirst()).containsKey("within");
        });
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> values(Map<String, Object> facet) {
    return (List<Map<String, Object>>) facet.get("values");
  }

  private static int sum(List<Map<String, Object>> values) {
    return values.stream().mapToInt(value -> (Integer) value.get("count")).sum();
  }

  @Test
  void theTimelineDoesNotNarrowItself() {
    Answer all = server.found("/timeline?unit=year");
    Answer brushed = server.found("/timeline?unit=year&from=2020-01-01&to=2020-12-31");
    assertThat(brushed.object()).isEqualTo(all.object());
    assertThat(all.<Map<String, Object>>list("buckets").getFirst())
        .containsEntry("label", "2019")
        .containsEntry("query", "year:2019");
    assertThat(sum(all.list("buckets")) + all.number("undated")).isEqualTo(300);
  }

  @Test
  void daysOfTheTimelineHaveThePhotosThatItCounts() throws Exception {
    written.addGuessed(LocalDateTime.of(2020, 5, 5, 12, 0));
    archives.open((String) null).search().refresh();
    Map<String, Object> in2020 =
        server.found("/timeline?unit=year").<Map<String, Object>>list("buckets").get(1);
    int count = (Integer) in2020.get("count");
    String days = "from=" + in2020.get("from") + "&to=" + in2020.get("to");
    assertThat(server.found("/grid?" + days + "&dated=true").number("total")).isEqualTo(count);
    assertThat(server.found("/grid?" + days).number("total")).isEqualTo(count + 1);
    assertThat(server.found("/grid?dated=true").number("total")).isEqualTo(301);
  }

  @Test
  void theMapAndTheEventsHoldThePhotos() {
    Answer map = server.found("/map?zoom=3&q=city%3A%22City+1%22");
    assertThat(sum(map.list("clusters"))).isEqualTo(map.number("total"));
    assertThat(map.number("total"))
        .isEqualTo(server.found("/grid?q=city%3A%22City+1%22").number("total"));
    assertThat(map.<Map<String, Object>>list("clusters"))
        .allSatisfy(cluster -> assertThat(cluster).containsKeys("id", "hash", "box"));
    List<Map<String, Object>> events = events("");
    assertThat(events).hasSizeGreaterThan(50);
    assertThat(sum(events))
        .isEqualTo((int) written.photos.stream().filter(photo -> photo.taken() != null).count());
    assertThat(server.found("/grid?group=event").<Object>list("sections"))
        .hasSize(events.size() + 1);
    assertThat(server.found("/events?after=100000").<Object>list("events")).isEmpty();
  }

  /** All events of a search, page by page. */
  private List<Map<String, Object>> events(String search) {
    List<Map<String, Object>> events = new ArrayList<>();
    String next = "";
    do {
      Answer page = server.found("/events?limit=90" + next + search);
      events.addAll(page.list("events"));
      next = page.text("next") == null ? null : "&after=" + page.text("next");
    } while (next != null);
    return events;
  }

  @Test
  void theMapAndTheEventsEndWhereLikelyPhotosDo() {
    for (String search : List.of("like=id0", "like=id1&sort=newest", "q=dog+word1&like=id7")) {
      Answer grid = server.found("/grid?rows=0&" + search);
      List<Map<String, Object>> facets =
          server.found("/facets?names=city&" + search).list("facets");
      assertThat(sum(server.found("/map?" + search).list("clusters")))
          .as(search)
          .isEqualTo(sum(values(facets.getFirst())));
      int undated = server.found("/timeline?unit=year&" + search).number("undated");
      int shown =
          grid.object().get("likely") == null ? grid.number("total") : grid.number("likely");
      assertThat(sum(events("&" + search))).as(search).isEqualTo(shown - undated);
    }
    Answer grid = server.found("/grid?like=id0");
    assertThat(grid.number("likely")).isBetween(1, grid.number("total") - 1);
    int all = server.found("/map?cut=none&like=id0").number("total");
    assertThat(all).isGreaterThan(server.found("/map?like=id0").number("total"));
  }

  @Test
  void halfWrittenQueriesGetSuggestionsAndMistakesProblems() {
    Answer half = server.found("/suggest?q=" + SearchServer.encoded("sunset city:\"cit"));
    assertThat(half.<Map<String, Object>>list("completions").getFirst())
        .containsEntry("kind", "value")
        .containsEntry("from", 12)
        .containsEntry("to", 16);
    assertThat(half.<Map<String, Object>>list("problems").getFirst())
        .containsEntry("from", 12)
        .containsKey("message");
    assertThat(half.<Map<String, Object>>list("understood").getFirst())
        .containsEntry("text", "sunset");
    Answer wrong = server.get("/grid?q=" + SearchServer.encoded("sunset iso:abc"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.<Map<String, Object>>list("problems").getFirst()).containsEntry("from", 11);
    assertThat(server.found("/grid?plain=true&q=" + SearchServer.encoded("iso:abc")).status())
        .isEqualTo(200);
  }

  @Test
  void aPhotoHasAllThatIsKnownAndWhyItIsFound() {
    Answer photo = server.found("/photos/id2");
    assertThat(photo.text("path")).isEqualTo("trips/IMG_2.jpg");
    assertThat(photo.text("hash")).isEqualTo("000000000000");
    assertThat(photo.<Map<String, Object>>list("lists"))
        .containsExactly(Map.of("id", "best", "name", "The best", "kind", "album"));
    assertThat(server.get("/photos/nobody").status()).isEqualTo(404);
    Photo inBurst =
        written.photos.stream().filter(one -> one.traits().burst() != null).findAny().orElseThrow();
    assertThat(server.found("/photos/" + inBurst.id()).<String>list("burst_ids"))
        .contains(inBurst.id());

    String found = paged("q=dog").getFirst();
    Answer why = server.found("/photos/" + found + "/why?q=dog");
    assertThat(why.text("id")).isEqualTo(found);
    assertThat(why.number("rank")).isEqualTo(1);
    assertThat(why.object("highlights")).containsKey("title");
    Answer whyNot = server.found("/why?q=dog+year%3A1999&path=trips%2FIMG_2.jpg");
    assertThat(whyNot.text("id")).isEqualTo("id2");
    assertThat(whyNot.<String>list("reasons")).isNotEmpty();
    Answer unknown = server.found("/why?q=dog&path=no%2Fsuch.jpg");
    assertThat(unknown.object().get("id")).isNull();
    assertThat(server.found("/photos/id2/similar?limit=3").<Object>list("hits")).hasSize(3);
  }

  @Test
  void selectionsNarrowASearch() {
    Answer chosen = server.post("/selections", "{\"ids\":[\"id5\",\"id6\",\"nobody\",\"id5\"]}");
    assertThat(chosen.status()).isEqualTo(201);
    assertThat(chosen.number("count")).isEqualTo(3);
    assertThat(new TreeSet<>(ids("selection=" + chosen.text("selection"))))
        .containsExactly("id5", "id6");
    List<String> all = ids("sort=name");
    Answer ranges =
        server.post(
            "/selections",
            "{\"search\":\"sort=name\",\"ranges\":[[0,3],[2,2],[298,50],[9000,1]],\"generation\":\""
                + server.found("/grid?sort=name").text("generation")
                + "\"}");
    assertThat(ranges.number("count")).isEqualTo(6);
    assertThat(ids("sort=name&selection=" + ranges.text("selection")))
        .isEqualTo(
            List.of(all.get(0), all.get(1), all.get(2), all.get(3), all.get(298), all.get(299)));
    assertThat(server.post("/selections", "{\"search\":\"q=dog\"}").number("count"))
        .isEqualTo(server.found("/grid?q=dog").number("total"));
    assertThat(server.post("/selections", "{}").status()).isEqualTo(400);
    assertThat(server.post("/selections", "{\"search\":\"nonsense=1\"}").status()).isEqualTo(400);
    assertThat(server.post("/selections", "{\"search\":\"\",\"ranges\":[[1]]}").status())
        .isEqualTo(400);
    assertThat(server.get("/grid?selection=none").text("detail")).contains("no such selection");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          like=nobody             | no such photo
          list=nothing            | there is no such list
          selection=nothing       | there is no such selection any more
          image=abc               | send it again
          model=nothing           | has no model
          """)
  void whatIsNotThereIsNotFound(String parameters, String message) {
    Answer answer = server.get("/grid?" + parameters);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("detail")).contains(message);
  }

  @Test
  void theLatitudesOfABoxMayStandInAnyOrder() {
    assertThat(server.found("/grid?box=-180,90,180,-90").number("total"))
        .isEqualTo(server.found("/grid?box=-180,-90,180,90").number("total"))
        .isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cut=high                | "cut" is "high"
          cut=2                   | "cut" is "2"
          near=1,2                | LATITUDE,LONGITUDE,KILOMETRES
          near=1,200,3            | from -180 to 180
          box=0,100,5,0           | from -90 to 90
          facet=nonsense:x        | one of the names
          facet=camera:dog        | 'dog' is not a value of facet camera
          not=people              | "not"
          add=x%3D9               | from -3 to 3
          from=2020-02-01&to=2020-01-01 | ends before it begins
          sort=upwards            | relevance, newest
          """)
  void mistakesAreNamedByTheirParameters(String parameters, String message) {
    Answer answer = server.get("/grid?" + parameters);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text("detail")).contains(message);
  }

  @Test
  void manyClientsShareFewOrders() throws Exception {
    List<Callable<Integer>> calls = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      int seed = i % 50;
      calls.add(() -> server.get("/grid/rows?sort=random&seed=" + seed).status());
    }
    try (ExecutorService clients = Executors.newFixedThreadPool(16)) {
      for (Future<Integer> status : clients.invokeAll(calls)) {
        assertThat(status.get()).isEqualTo(200);
      }
    }
  }

  @Test
  void theDescriptionHasAllEndpoints() {
    assertThat(server.found("/openapi.json").object("paths").keySet())
        .anyMatch(path -> path.endsWith("/grid/rows"))
        .anyMatch(path -> path.endsWith("/suggest"));
  }
}

package io.lumiere.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lumiere.app.command.ExitStatus;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.cluster.collection.PhotoCollection;
import io.lumiere.cluster.local.LocalCluster;
import io.lumiere.cluster.local.LocalClusterOptions;
import io.lumiere.schema.Fields;
import io.lumiere.testing.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.solr.client.solrj.request.CollectionAdminRequest;
import org.apache.solr.client.solrj.request.SolrQuery;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same command lines on an index and on a collection of the same photos print the same, as far
 * as a collection can do what they ask for.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CollectionCommandsTest {
  private static final String IN_INDEX = "2021/Dolomites/DSCF5120.jpg";
  private static final int PHOTOS = 23;

  /** What is the same of a directory and of a collection of its photos. */
  private static final List<String> GALLERY_REQUESTS =
      List.of(
          "/grid",
          "/grid?q=sunset&rows=50",
          "/grid?q=a%20lake%20-snow&sort=newest&cut=none&group=day",
          "/grid?q=lake&collapse=true",
          "/grid?sort=name&group=place&rows=7",
          "/grid?sort=random&seed=4&group=burst&collapse=true",
          "/grid?facet=year:year:2021&sort=largest",
          "/grid?like={id}&cut=0.3",
          "/grid/rows?start=3&count=9",
          "/grid/rows?q=sunset&start=1&count=4",
          "/grid/position?q=sunset&id={id}",
          "/grid/stack?collapse=true&id={id}",
          "/facets?q=sunset",
          "/facets?facet=year:year:2021&names=year,keyword",
          "/facets?q=lake&collapse=true&names=year,place",
          "/timeline?q=lake",
          "/timeline?collapse=true",
          "/map?zoom=4",
          "/search?q=sunset%20lake&highlight=true&explain=true",
          "/search?sort=oldest&collapse=true&limit=5",
          "/photos/{id}",
          "/photos/{id}/similar",
          "/photos/{id}/labels?labels=a%20lake,a%20dog",
          "/photos/{id}/why?q=lake",
          "/photos/{id}/why?q=lake%20year:1850&sort=newest",
          "/why?q=a%20lake%20in%20winter&cut=none&path=2021/Dolomites/DSCF5120.jpg",
          "/why?q=lake&path=2021/Dolomites/DSCF5102.jpg",
          "/search?q=mountian%20camera:cannon",
          "/grid?q=sunsett",
          "/suggest?q=mou",
          "/suggest?q=keyword:",
          "/suggest?q=dsc",
          "/suggest?q=camera:f",
          "/lists",
          "/export?format=paths&q=sunset",
          "/export?format=paths&sort=name");

  private static final Pattern TOKEN = Pattern.compile("\"next\":\"([^\"]+)\"");

  @TempDir static Path folder;
  private static LocalCluster cluster;
  private static Cli cli;
  private static String index = "";
  private static String collection = "";

  @BeforeAll
  static void makeBoth() {
    cluster =
        LocalCluster.start(
            new LocalClusterOptions(
                Path.of(System.getProperty("lumiere.solr")),
                folder.resolve("cluster"),
                0,
                2,
                256,
                ChildProcess.compilerOptions()),
            line -> {});
    cli = Samples.indexed(folder);
    index = folder.resolve("index").toString();
    collection = cluster.address() + "/commands";
    Cli.Result pushed = cli.run("push", index, collection, "--shards", "2", "--quiet");
    assertThat(pushed.status()).as(pushed.err()).isZero();
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  private static Cli.Result in(String place, String... line) {
    List<String> all = new ArrayList<>(List.of(line));
    all.add("--index");
    all.add(place);
    return cli.run(all.toArray(String[]::new));
  }

  private static Cli.Result same(int status, String... line) {
    Cli.Result expected = in(index, line);
    assertThat(expected.status()).as("%s: %s", List.of(line), expected.err()).isEqualTo(status);
    assertThat(in(collection, line)).as(String.join(" ", line)).isEqualTo(expected);
    return expected;
  }

  private static void finds(String... line) {
    assertThat(same(0, line).out()).as(String.join(" ", line)).contains(".jpg");
  }

  @Test
  void searchesPrintTheSame() throws IOException {
    Path queries = Files.writeString(folder.resolve("queries.txt"), "sunset\nlake year:2021\n");
    finds("search");
    finds("search", "sunset");
    finds("search", "sunset", "--json", "--highlight");
    finds("search", "boats in a harbour -snow", "--add", "at night=0.5", "--not", "people");
    finds("search", "date:>=2019", "--year", "2021", "--sort", "name");
    finds("search", "mountains", "--sort", "random", "--seed", "4", "--cutoff", "none");
    finds("search", "--path", "2021/**", "--from", "2021-02", "--limit", "4");
    finds("search", "--queries", queries.toString());
    assertThat(same(0, "search", "year:1850").out()).contains("No photo matches");
  }

  @Test
  void countsPrintTheSame() {
    String[] counted = {"search", "sunset", "--facets", "all", "--histogram", "--limit", "0"};
    assertThat(same(0, counted).out()).contains("2021");
    finds("search", "sunset", "--json", "--facets", "year,keyword,camera", "--limit", "5");
  }

  @Test
  void arrangedHitsPrintTheSame() {
    finds("search", "sunset", "--group", "year", "--per-group", "2");
    finds("search", "lake", "--group", "place", "--limit", "3", "--json");
    finds("search", "sunset", "--collapse", "--json");
    same(0, "search", "lake", "--collapse", "--facets", "camera", "--limit", "0");
    finds("search", "sunset", "--diversify", "--limit", "5");
  }

  @Test
  void explanationsPrintTheSame() {
    finds("search", "sunset lake year:2021", "--explain");
    finds("search", "sunsets", "--not", "people", "--explain", "--json", "--limit", "4");
  }

  @Test
  void whyPhotosAreFoundOrNotIsTheSame() {
    finds("search", "lake -snow", "--explain-photo", IN_INDEX);
    finds("search", "year:1850 lake", "--explain-photo", IN_INDEX, "--json");
    finds("search", "lake", "--min-score", "0.9", "--explain-photo", file(IN_INDEX).toString());
    finds("search", "lake", "--explain-photo", IN_INDEX.replace("5120", "5102"));
    finds("search", "--sort", "oldest", "--explain-photo", IN_INDEX);
  }

  @Test
  void captionsAreSearchedAsInAnIndex() {
    finds("search", "--in", "captions", "water in the mountains", "--limit", "5");
    finds("search", "--in", "captions", "winter", "--year", "2021", "--json");
  }

  @Test
  void captionsFindTheirPhotosAsInAnIndex() throws IOException {
    Path captions =
        Files.writeString(
            folder.resolve("captions.tsv"),
            IN_INDEX + "\tsunset in the mountains\n" + IN_INDEX + "\tlake\n");
    for (String[] line : new String[][] {{"eval"}, {"eval", "--vector-only", "--json"}}) {
      List<String> all = new ArrayList<>(List.of(line));
      all.add(captions.toString());
      assertThat(same(0, all.toArray(String[]::new)).out()).contains("2");
    }
  }

  @Test
  void anotherSpellingIsOfferedAsInAnIndex() {
    assertThat(same(0, "search", "mountian").err()).contains("Did you mean 'mountains'?");
    finds("search", "sunsett", "--json", "--suggest", "--limit", "2");
  }

  @Test
  void picturesAndNamedPhotosAreTheSame() throws IOException {
    String outside = Files.copy(file(IN_INDEX), folder.resolve("outside.jpg")).toString();
    finds("search", "--image", outside, "in winter");
    finds("search", "lake", "--like", IN_INDEX, "--unlike", outside + "=0.5");
    finds("search", "similar:" + IN_INDEX, "--json");
    finds("similar", IN_INDEX);
    finds("similar", file(IN_INDEX).toString(), "--json");
    finds("similar", outside, IN_INDEX + "=2", "--page-token");
  }

  private static Path file(String photo) {
    return Samples.shared().resolve(photo);
  }

  @Test
  void pagesAreTheSame() {
    String[] page = {"search", "lake", "--sort", "newest", "--limit", "3", "--cutoff", "none"};
    List<String> next = new ArrayList<>(List.of(page));
    next.addAll(List.of("--page-token", "--json"));
    Matcher token = TOKEN.matcher(same(0, next.toArray(String[]::new)).out());
    assertThat(token.find()).isTrue();
    next.addAll(List.of("--after", token.group(1)));
    finds(next.toArray(String[]::new));
  }

  @Test
  void exportsHaveTheSamePhotos() {
    assertThat(records(collection, "export")).isEqualTo(records(index, "export"));
    String[] some = {"export", "--query", "year:2021", "--fields", "path,taken", "--no-vectors"};
    assertThat(records(collection, some)).isEqualTo(records(index, some)).isNotEmpty();
    Cli.Result failures = in(collection, "export", "--failures");
    failures.isRefusedInPlainWords();
    assertThat(failures.err()).contains("it keeps no records of files that could not be read");
  }

  /** In any order, without what the first one says of where they come from. */
  private static List<String> records(String place, String... line) {
    Cli.Result exported = in(place, line);
    assertThat(exported.status()).as(exported.err()).isZero();
    return exported
        .out()
        .lines()
        .map(record -> record.replaceFirst("^\\{\"[a-z_]+\":\\{[^}]*\\},", "{"))
        .sorted()
        .toList();
  }

  @Test
  void mistakesAreSaidInTheSameWords() {
    same(ExitStatus.USAGE, "search", "year:soon");
    same(ExitStatus.USAGE, "search", "lake", "--min-score", "7");
    same(ExitStatus.FAILED, "search", "lake", "--like", "zzzzzzzz.jpg");
    same(ExitStatus.FAILED, "similar", "zzzzzzzz.jpg");
  }

  @Test
  void theVariableNamesACollectionToo() {
    assertThat(cli.with("LUMIERE_INDEX", collection).run("search", "sunset"))
        .isEqualTo(in(collection, "search", "sunset"));
  }

  @Test
  void whatIsNotACollectionOrTakesNoneIsNamed() {
    Cli.Result missing = in(cluster.address() + "/nowhere", "search", "lake");
    assertThat(missing.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(missing.err()).contains("there is no collection", "/nowhere", "lumiere push");
    Cli.Result wrong = in("solr://photos", "search", "lake");
    assertThat(wrong.status()).isEqualTo(ExitStatus.USAGE);
    assertThat(wrong.err()).contains("solr://ZOOKEEPER:PORT/COLLECTION");
    assertThat(in("http://127.0.0.1:8983/solr/photos", "search", "lake").err())
        .contains("solr://ZOOKEEPER:PORT/COLLECTION");
  }

  @Test
  void whatIsInItIsCounted() {
    ObjectNode expected = (ObjectNode) in(index, "stats", "--json").json().getFirst();
    expected.remove(List.of("bytes", "segments"));
    expected.putObject("passedOver");
    Cli.Result counted = in(collection, "stats", "--json");
    assertThat(counted.status()).as(counted.err()).isZero();
    assertThat(counted.json()).containsExactly(expected);
    assertThat(in(collection, "stats").out()).contains("Photos    23").doesNotContain("Index ");
  }

  private static ServedGallery gallery(String home, String place)
      throws IOException, InterruptedException {
    return new ServedGallery(folder.resolve("models"), folder.resolve(home), place);
  }

  @Test
  void theGalleryShowsTheSame() throws Exception {
    try (ServedGallery ofIndex = gallery("one", index);
        ServedGallery ofCollection = gallery("other", collection)) {
      String id = ServedGallery.json(ofIndex.get("/grid?q=sunset")).at("/rows/ids/0").asText();
      for (String what : GALLERY_REQUESTS) {
        String asked = what.replace("{id}", id);
        assertThat(shown(ofCollection.get(asked))).as(asked).isEqualTo(shown(ofIndex.get(asked)));
      }
      for (String what : List.of("/thumbnail?size=small", "/original")) {
        byte[] file = ofIndex.get("/photos/" + id + what).body();
        assertThat(file).hasSizeGreaterThan(1000);
        assertThat(ofCollection.get("/photos/" + id + what).body()).isEqualTo(file);
      }
      String some = "{\"search\":\"q=lake\",\"ranges\":[[0,3]],\"stacks\":true}";
      assertThat(ServedGallery.json(ofCollection.post("/selections", some)).get("count"))
          .isEqualTo(ServedGallery.json(ofIndex.post("/selections", some)).get("count"));
      isRefusedByTheGallery(ofCollection.get("/events"), "searched with events: ");
      isRefusedByTheGallery(ofCollection.get("/export?format=jsonl"), "by 'lumiere export'");
      String job = "{\"kind\":\"index\",\"archive\":\"" + archive(ofCollection) + "\"}";
      isRefusedByTheGallery(ofCollection.post("/jobs", job), "by 'lumiere index --to'");
      isRefusedByTheGallery(
          ofCollection.post("/jobs", job.replace("\"index\"", "\"reindex\",\"model\":\"starter\"")),
          "by 'lumiere reindex'");
    }
  }

  @Test
  void aCollectionThatIsDeletedIsSaidAndHidesNoOtherArchive() throws Exception {
    String deleted = cluster.address() + "/deleted";
    Cli.Result pushed = cli.run("push", index, deleted, "--json");
    assertThat(pushed.status()).as(pushed.err()).isZero();
    JsonNode report = new ObjectMapper().readTree(pushed.out());
    assertThat(report.at("/photos").asInt()).isEqualTo(PHOTOS);
    assertThat(report.at("/sent").asInt()).isEqualTo(PHOTOS);
    assertThat(report.at("/severalArchives").asBoolean()).isFalse();
    try (ServedGallery gallery = gallery("fourth", deleted);
        PhotoCollection collection = PhotoCollection.connect(CollectionAddress.parse(deleted))) {
      gallery.post("/archives", "{\"index\":\"" + index + "\"}");
      CollectionAdminRequest.deleteCollection("deleted").process(collection.client());
      HttpResponse<byte[]> grid = gallery.get("/grid?q=lake");
      assertThat(grid.statusCode()).isEqualTo(422);
      assertThat(new String(grid.body(), StandardCharsets.UTF_8))
          .contains("there is no collection");
      JsonNode archives = ServedGallery.json(gallery.get("/archives")).at("/archives");
      assertThat(archives.at("/0/problem").asText()).contains("there is no collection");
      assertThat(archives.at("/1/photos").asInt()).isEqualTo(PHOTOS);
    }
  }

  private static String archive(ServedGallery gallery) {
    return ServedGallery.json(gallery.get("/archives")).at("/current").asText();
  }

  /** What does not differ by where and when it is asked. */
  private static String shown(HttpResponse<byte[]> response) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isEqualTo(200);
    return text.replaceAll("\"(generation|took_ms)\":(\"[^\"]*\"|\\d+),?", "");
  }

  private static void isRefusedByTheGallery(HttpResponse<byte[]> response, String reason) {
    String text = new String(response.body(), StandardCharsets.UTF_8);
    assertThat(response.statusCode()).as(text).isEqualTo(422);
    assertThat(text).contains(reason, "docs/cluster.md");
  }

  /** Last, since a node ends that all others need. */
  @Test
  @Order(Integer.MAX_VALUE)
  void aShardThatIsGoneIsSaid() throws Exception {
    withTwoCopiesAndAPhotoWithoutVector();
    try (ServedGallery gallery = gallery("third", collection)) {
      String state = ServedGallery.json(gallery.get("/grid")).at("/generation").asText();
      String list = albumOfAll(gallery);
      killTheLeaderOfCopies();
      // Its photos are silent, not gone: the page is told to ask again.
      HttpResponse<byte[]> rows = gallery.get("/grid/rows?count=50&generation=" + state);
      assertThat(rows.statusCode()).isIn(410, 422);
      // It looks at the collection every two seconds.
      while (ServedGallery.json(gallery.get("/grid")).at("/generation").asText().equals(state)) {
        Thread.sleep(100);
      }
      JsonNode grid = ServedGallery.json(gallery.get("/grid"));
      assertThat(grid.at("/partial").asText()).matches("shard[12] of 2 shards did not answer.*");
      assertThat(grid.at("/total").asInt()).isBetween(1, PHOTOS - 1);
      assertThat(ServedGallery.json(gallery.get("/facets?names=year")).at("/partial").asText())
          .isEqualTo(grid.at("/partial").asText());
      String there = grid.at("/rows/ids/0").asText();
      JsonNode similar = ServedGallery.json(gallery.get("/photos/" + there + "/similar"));
      assertThat(similar.at("/partial").asText()).isEqualTo(grid.at("/partial").asText());
      rows = gallery.get("/grid/rows?count=50&generation=" + grid.at("/generation").asText());
      assertThat(new String(rows.body(), StandardCharsets.UTF_8)).doesNotContain("gone:");
      JsonNode lists = ServedGallery.json(gallery.get("/lists"));
      assertThat(lists.at("/lists/0/missing").asInt())
          .isEqualTo(PHOTOS - grid.at("/total").asInt());
      assertThat(Files.readString(gallery.lists())).isEqualTo(list);
      for (String format : List.of("paths", "zip")) {
        HttpResponse<byte[]> export = gallery.get("/export?format=" + format);
        assertThat(export.statusCode()).isEqualTo(422);
        assertThat(new String(export.body(), StandardCharsets.UTF_8)).contains("did not answer");
      }
    }
    commandsSayThatAShardIsGone();
    vectorsThatAreInFewerCopiesAreCounted();
  }

  private static void withTwoCopiesAndAPhotoWithoutVector() throws Exception {
    String copies = cluster.address() + "/copies";
    assertThat(cli.run("push", index, copies, "--copies", "2", "--quiet").status()).isZero();
    try (PhotoCollection two = PhotoCollection.connect(CollectionAddress.parse(copies))) {
      SolrDocument photo = two.tryQuery(new SolrQuery("*:*").setRows(1)).getResults().getFirst();
      SolrInputDocument update = new SolrInputDocument();
      update.setField(Fields.ID, photo.getFieldValue(Fields.ID));
      update.setField(Fields.VECTOR, Collections.singletonMap("set", null));
      two.client().add(two.name(), update);
    }
  }

  private static void vectorsThatAreInFewerCopiesAreCounted() {
    Cli.Result added = in(cluster.address() + "/copies", "reindex", "--model", "starter", "--json");
    assertThat(added.status()).as(added.out() + added.err()).isEqualTo(ExitStatus.PARTLY);
    assertThat(added.json().getFirst().get("encoded").asInt()).isEqualTo(1);
    assertThat(added.json().getFirst().get("withFewerCopies").asInt()).isEqualTo(1);
    assertThat(added.err()).contains("1 photo went to fewer copies");
  }

  /** What is kept of a list of all photos. */
  private static String albumOfAll(ServedGallery gallery) throws IOException {
    String made = "{\"name\":\"all\",\"kind\":\"album\"}";
    String id = ServedGallery.json(gallery.post("/lists", made)).at("/id").asText();
    JsonNode added =
        ServedGallery.json(gallery.post("/lists/" + id + "/photos", "{\"search\":\"sort=name\"}"));
    assertThat(added.at("/added").asInt()).isEqualTo(PHOTOS);
    return Files.readString(gallery.lists());
  }

  /** Which of the two nodes leads is chance; both have a shard of the other collection. */
  private static void killTheLeaderOfCopies() throws Exception {
    try (PhotoCollection two =
        PhotoCollection.connect(CollectionAddress.parse(cluster.address() + "/copies"))) {
      int port = URI.create(two.leaders().of("shard1").getBaseUrl()).getPort();
      // The nodes have the ports behind that of ZooKeeper, in their order.
      cluster.processes().get(port - URI.create(cluster.address()).getPort()).kill();
    }
  }

  private static void commandsSayThatAShardIsGone() throws IOException {
    Cli.Result json = in(collection, "search", "--json", "--limit", "50");
    assertThat(json.err()).containsPattern("Partial: shard[12] of 2 shards did not answer");
    assertThat(json.status()).isEqualTo(ExitStatus.PARTLY);
    List<String> lines = json.out().lines().toList();
    assertThat(lines.getLast()).matches("\\{\"partial\":\"shard[12] of 2 shards did not answer.*");
    assertThat(lines.size()).isBetween(2, PHOTOS);
    Cli.Result why = in(collection, "search", "sunset", "--explain-photo", IN_INDEX, "--json");
    assertThat(why.status()).as(why.err()).isEqualTo(ExitStatus.PARTLY);
    assertThat(why.out()).containsPattern("\"partial\":\"shard[12] of 2 shards did not answer");
    Cli.Result text = in(collection, "search", "sunset");
    assertThat(text.status()).as(text.err()).isEqualTo(ExitStatus.PARTLY);
    assertThat(text.err()).containsPattern("Partial: shard[12] of 2 shards did not answer");
    photosAreLikeThoseOfTheOtherShard(paths(json));
  }

  private static void photosAreLikeThoseOfTheOtherShard(List<String> there) throws IOException {
    List<String> gone = new ArrayList<>(paths(in(index, "search", "--json", "--limit", "50")));
    gone.removeAll(there);
    Cli.Result like = in(collection, "similar", there.getFirst());
    assertThat(like.status()).as(like.err()).isEqualTo(ExitStatus.PARTLY);
    assertThat(like.out()).contains(".jpg");
    Cli.Result likeGone = in(collection, "similar", gone.getFirst());
    assertThat(likeGone.status()).as(likeGone.out()).isEqualTo(ExitStatus.FAILED);
    assertThat(likeGone.err()).containsPattern("shard[12] of 2 shards did not answer");
    Path copy = Files.copy(file(gone.getFirst()), folder.resolve("copy.jpg"));
    Cli.Result likeFile = in(collection, "similar", copy.toString());
    assertThat(likeFile.status()).as(likeFile.err()).isEqualTo(ExitStatus.PARTLY);
    assertThat(likeFile.out()).contains(".jpg");
  }

  private static List<String> paths(Cli.Result printed) {
    return printed.json().stream()
        .filter(line -> line.has("path"))
        .map(line -> line.get("path").asText())
        .toList();
  }
}

package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.explain.PhotoOutcome;
import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.language.QueryParser;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Why a photo is found, or is not, is the same of one directory and of several that hold the same
 * photos.
 */
class SameExplanationTest {
  private static final QueryParser PARSER = new QueryParser(Clock.systemUTC());

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private final List<TestArchive> archives = new ArrayList<>();
  private final List<ShardsInProcess> shards = new ArrayList<>();
  private List<String> photos = List.of();

  SameExplanationTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    TestArchive first = archive();
    new ArrangedPhotos(random, first, 20 + random.nextInt(150));
    first.addWithoutVector("a/none.jpg", "a dog");
    first.addWithoutVector("b/none.jpg", "snow");
    first.commit();
    SamePhotos same = new SamePhotos(first);
    photos = same.ids();
    same.writeTo(List.of(archive()), random);
    for (int count : new int[] {1, 2, 4}) {
      List<TestArchive> cut = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        cut.add(archive());
      }
      same.writeTo(cut, random);
      cut.getLast().addFailure("a/broken.jpg", "the file is cut off");
      cut.getLast().commit();
      shards.add(new ShardsInProcess(cut));
    }
    archives.get(1).addFailure("a/broken.jpg", "the file is cut off");
    archives.get(1).commit();
  }

  @AfterEach
  void close() throws IOException {
    IOUtils.close(shards);
    for (TestArchive archive : archives) {
      archive.close();
    }
  }

  private TestArchive archive() throws IOException {
    archives.add(new TestArchive(folder.resolve("a" + archives.size())));
    return archives.getLast();
  }

  private static SearchRequestBuilder text(String text) {
    return SearchRequest.builder().text(text);
  }

  private static SearchRequestBuilder written(String text) {
    return SearchRequest.builder().query(PARSER.parse(text).orThrow());
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (Fusion fusion :
        List.of(Fusion.reciprocalRank(), Fusion.weightedSum(), Fusion.probabilisticSum())) {
      for (int window : new int[] {3, 2_000}) {
        for (String text : List.of("a dog", "dog at the beach", "do*", "snow", "7.jpg")) {
          requests.add(() ->
              written(text).limit(3).ranking(ranking -> ranking.fusion(fusion).window(window)));
        }
      }
    }
    for (SearchRequest.Sort sort : SearchRequest.Sort.values()) {
      requests.add(() -> text("a dog").sort(sort).seed(5));
      requests.add(() -> SearchRequest.builder().year(2021).sort(sort).seed(5));
    }
    requests.add(() -> text("dog").cutoff(Cutoff.automatic()));
    requests.add(() -> text("dog beach").cutoff(Cutoff.none()).minScore(0.6f));
    requests.add(() -> text("dog").ranking(ranking -> ranking.minSimilarity(0.9f)));
    requests.add(() -> text("dog").year(2021).collapse(0.99f));
    requests.add(() -> text("dog").group(GroupBy.DAY, 2));
    requests.add(() -> text("dog").target(target -> target.inWords(false)).limit(2));
    requests.add(() -> SearchRequest.builder().vector(TestArchive.encode("sea")).limit(3));
    requests.add(() -> text("dog").ranking(ranking -> ranking.window(4)).path("a/1*").limit(2));
    requests.add(() ->
        SearchRequest.builder()
            .from(LocalDate.of(2020, 12, 27))
            .path("a/*3.jpg")
            .query(PARSER.parse("dog country:peru -title:dog has:date").orThrow()));
    requests.add(() -> written("\"a dog\" city:lima -beach"));
    requests.add(() -> text("..."));
    requests.add(() -> text("dog").like("a/3.jpg").unlike("a/5.jpg"));
    return requests;
  }

  private List<String> names() {
    List<String> others = List.of("a/none.jpg", "b/none.jpg", "a/broken.jpg", "a/3.jpg", "a/5.jpg");
    List<String> names = new ArrayList<>(List.of(others.get(random.nextInt(others.size()))));
    // Of some the path is misspelt, and some stand in no such folder.
    String form = List.of("a/%sx.jpg", "b/%s.JPG", "xyz/%s.jpg", "%s").get(random.nextInt(4));
    for (String each : List.of("id%s", "id%s", form)) {
      String photo = photos.get(random.nextInt(photos.size()));
      names.add(each.formatted(photo.replace("id", "")));
    }
    return names;
  }

  @Test
  void severalDirectoriesExplainAsOne() throws IOException {
    Set<PhotoOutcome> met = EnumSet.noneOf(PhotoOutcome.class);
    try (PhotoSearch search =
        PhotoSearch.open(archives.get(1).folder(), TestArchive.MODEL, TestArchive::encode)) {
      List<Supplier<SearchRequestBuilder>> requests = requests();
      for (int i = 0; i < requests.size(); i++) {
        if (i == requests.size() - 1
            && (search.find("a/3.jpg").isEmpty() || search.find("a/5.jpg").isEmpty())) {
          continue; // One of the photos to be like was deleted.
        }
        for (String photo : names()) {
          var expected = search.explain(requests.get(i).get().build(), photo);
          met.add(expected.outcome());
          for (ShardsInProcess cut : shards) {
            assertThat(cut.search().explain(requests.get(i).get().build(), photo))
                .as("%s, request %s in %s, seed %s", photo, i, shards.indexOf(cut), seed)
                .isEqualTo(expected);
          }
        }
      }
      for (String path : List.of("a/1.jgp", "b/2.jpg", "1", "x/3.JPG", "a/none.jqg", "none")) {
        for (ShardsInProcess cut : shards) {
          assertThat(cut.search().nearestPath(path))
              .as("%s in %s, seed %s", path, shards.indexOf(cut), seed)
              .isEqualTo(search.nearestPath(path));
        }
      }
    }
    assertThat(met).as("seed %s", seed).contains(PhotoOutcome.HIT, PhotoOutcome.FILTERED);
    assertThat(met).as("seed %s", seed).hasSizeGreaterThan(6);
  }
}

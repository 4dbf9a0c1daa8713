package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.group.GroupBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that several questions are asked for, where hits vanish between two of them. */
class VanishingHitsTest {
  private static final int PHOTOS = 100;
  private static final float ALIKE = 0.995f;

  @TempDir Path folder;

  private final long seed = Seeds.ofRun();
  private final Random random;
  private CutArchive photos;
  private List<TestArchive> archives;
  private ShardsInProcess shards;
  private SharedSearch search;

  VanishingHitsTest(@Seeded Random random) {
    this.random = random;
  }

  @BeforeEach
  void fill() throws IOException {
    photos = new CutArchive(folder, random, PHOTOS);
    archives = photos.cut(2, 2);
    shards = new ShardsInProcess(archives);
    search = shards.search();
  }

  @AfterEach
  void close() throws IOException {
    IOUtils.close(shards, photos);
  }

  private static List<Supplier<SearchRequestBuilder>> requests() {
    List<Supplier<SearchRequestBuilder>> requests = new ArrayList<>();
    for (int limit : new int[] {2, 7}) {
      Supplier<SearchRequestBuilder> all = () -> SearchRequest.builder().limit(limit);
      Supplier<SearchRequestBuilder> dogs = () -> all.get().text("dog").cutoff(Cutoff.none());
      requests.add(() -> all.get().collapse(0.9f));
      requests.add(() -> dogs.get().collapse(ALIKE));
      requests.add(() -> dogs.get().diversify(0.3));
      requests.add(() -> dogs.get().diversify(0.3).collapse(ALIKE));
      for (GroupBy by : GroupBy.values()) {
        requests.add(() -> all.get().group(by, 1));
        requests.add(() -> dogs.get().group(by, 3));
        requests.add(() -> all.get().group(by, 3).collapse(ALIKE));
      }
    }
    return requests;
  }

  private SearchResult page(Supplier<SearchRequestBuilder> request, @Nullable PageToken after) {
    shards.asked.clear();
    SearchRequestBuilder page = request.get();
    return search.search(after == null ? page.build() : page.after(after).build());
  }

  /** The hits of all pages after one. */
  private List<Hit> pages(Supplier<SearchRequestBuilder> request, @Nullable PageToken after) {
    List<Hit> hits = new ArrayList<>();
    PageToken next = after;
    do {
      SearchResult result = page(request, next);
      hits.addAll(result.hits());
      next = result.next();
    } while (next != null);
    return hits;
  }

  private static List<String> ids(List<Hit> hits) {
    return hits.stream().map(hit -> hit.photo().id()).toList();
  }

  @Test
  void aShardThatFallsSilentMeanwhileIsSaid() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      PageToken next = page(request, null).next();
      for (PageToken after : next == null ? new PageToken[1] : new PageToken[] {null, next}) {
        page(request, after);
        int questions = shards.asked.size();
        for (int number = 1; number <= questions; number++) {
          int silentFrom = number;
          shards.meanwhile =
              question -> {
                if (shards.asked.size() == silentFrom) {
                  shards.silent.add(0);
                }
              };
          assertThat(page(request, after).missing())
              .as("question %s of %s, seed %s", number, questions, seed)
              .isEqualTo("shard 0 of 2 is silent");
          shards.silent.clear();
        }
        shards.meanwhile = question -> {};
      }
    }
  }

  @Test
  void whatIsBehindAPageIsOnTheNext() {
    int incomplete = 0;
    for (Supplier<SearchRequestBuilder> request : requests()) {
      SearchResult whole = page(request, null);
      if (whole.next() == null) {
        continue;
      }
      List<Hit> all = pages(request, null);
      shards.meanwhile = question -> silence(question instanceof ShardQuestion.Shown);
      SearchResult page = page(request, null);
      silence(false);
      shards.meanwhile = question -> {};
      int begin = behind(all, ids(page.hits()));
      if (begin == 0) {
        assertThat(page.next()).as("seed %s", seed).isNull();
      } else {
        assertThat(ids(pages(request, page.next())))
            .as("seed %s", seed)
            .isEqualTo(ids(all.subList(begin, all.size())));
      }
      incomplete += page.hits().size() < whole.hits().size() ? 1 : 0;
    }
    assertThat(incomplete).as("seed %s", seed).isPositive();
  }

  private void silence(boolean isSilent) {
    shards.silent.clear();
    if (isSilent) {
      shards.silent.add(0);
    }
  }

  /** Where the group begins that follows the last one whose best hit is among these; 0: none is. */
  private static int behind(List<Hit> all, List<String> shown) {
    int begin = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isHead(all, i) && shown.contains(all.get(i).photo().id())) {
        begin = i + 1;
        while (begin < all.size() && !isHead(all, begin)) {
          begin++;
        }
      }
    }
    return begin;
  }

  private static boolean isHead(List<Hit> all, int place) {
    return place == 0
        || all.get(place).group() == null
        || !all.get(place).group().key().equals(all.get(place - 1).group().key());
  }

  @Test
  void aPhotoThatIsDeletedMeanwhileIsLeftOut() {
    for (Supplier<SearchRequestBuilder> request : requests()) {
      List<Hit> before = page(request, null).hits();
      shards.meanwhile =
          question -> {
            if (question instanceof ShardQuestion.Shown) {
              delete(before.getLast().photo().file().path());
            }
          };
      SearchResult page = page(request, null);
      shards.meanwhile = question -> {};
      assertThat(ids(before)).as("seed %s", seed).containsAll(ids(page.hits()));
      if (page.next() != null) {
        assertThat(page(request, page.next()).hits()).as("seed %s", seed).isNotEmpty();
      }
    }
  }

  private void delete(String path) {
    try {
      for (TestArchive archive : archives) {
        archive.delete(path);
      }
      shards.refresh();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aListGoesOnAfterWhatItGave() throws IOException {
    SearchRequest request = SearchRequest.builder().limit(PHOTOS).build();
    List<String> all = ids(search.search(request).hits());
    Directions directions =
        new Directions(TestArchive::encode, Calibration.DEFAULT, search.model());
    SharedHits hits =
        new SharedHits(
            new SharedQuestions(shards, SharedRequest.of(request, directions, name -> null)),
            new KeyOrder(request.paging().order().sort()));
    SharedHits.Listed list = hits.new Listed(false, false, null);
    int given = 1 + random.nextInt(all.size() / 2);
    assertThat(ids(hits, list.next(given))).isEqualTo(all.subList(0, given));
    shards.silent.add(0);
    List<String> others = new SamePhotos(archives.getLast()).ids();
    assertThat(ids(hits, list.next(PHOTOS)))
        .as("seed %s", seed)
        .isEqualTo(all.subList(given, all.size()).stream().filter(others::contains).toList());
  }

  private static List<String> ids(SharedHits hits, List<FieldDoc> docs) {
    return docs.stream().map(doc -> hits.get(doc.doc).id()).toList();
  }
}

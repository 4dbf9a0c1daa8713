package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.query.map.MapCluster;
import io.lumiere.schema.Photo;
import io.lumiere.testing.Seeded;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.util.IOUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of several directories about their photos, also where one does not answer. */
class SilentShardTest {
  private static final int PHOTOS = 120;

  @TempDir Path folder;

  private final Random random;
  private CutArchive photos;
  private List<TestArchive> archives;
  private ShardsInProcess shards;
  private SharedSearch search;

  SilentShardTest(@Seeded Random random) {
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

  private ResultOrder order() {
    return search.order(SearchRequest.builder().build());
  }

  private static List<String> ids(ResultOrder order) {
    return List.of(order.rows(0, PHOTOS).ids());
  }

  @Test
  void hitsThatCannotBeAskedForAreNotShownAsGone() {
    try (ResultOrder whole = order()) {
      List<String> before = ids(whole);
      shards.silent.add(1);
      assertThatThrownBy(() -> ids(whole))
          .isInstanceOf(SilentShardException.class)
          .hasMessage("shard 1 of 2 is silent");
      assertThatThrownBy(() -> whole.clusters(3)).isInstanceOf(SilentShardException.class);
      shards.silent.clear();
      assertThat(ids(whole)).isEqualTo(before);
      assertThat(whole.clusters(3)).isNotEmpty();
    }
  }

  @Test
  void anOrderOfTheOthersIsReadAsItIs() {
    shards.silent.add(0);
    try (ResultOrder others = order()) {
      assertThat(others.missing()).isEqualTo("shard 0 of 2 is silent");
      assertThat(others.total()).isBetween(1, PHOTOS - 1);
      assertThat(ids(others)).noneMatch(id -> id.startsWith("gone:"));
      assertThat(others.clusters(3)).isNotEmpty();
      shards.silent.clear();
      shards.silent.add(1);
      assertThatThrownBy(() -> ids(others)).isInstanceOf(SilentShardException.class);
    }
  }

  @Test
  void aDirectoryThatAnswersAgainIsNotMissed() throws IOException {
    try (ShardsInProcess same =
        new ShardsInProcess(List.of(archives.get(0), archives.get(1), archives.get(1)))) {
      same.silent.addAll(List.of(0, 2));
      try (ResultOrder others = same.search().order(SearchRequest.builder().build())) {
        assertThat(others.missing()).isEqualTo("shard 0 and 2 of 3 is silent");
        same.silent.remove(0);
        assertThat(others.clusters(3)).isNotEmpty();
        same.silent.add(1);
        assertThatThrownBy(() -> ids(others))
            .isInstanceOf(SilentShardException.class)
            .hasMessage("shard 1 and 2 of 3 is silent");
      }
    }
  }

  @Test
  void photosAreFoundWhereNoOtherSpellingCanBeLookedFor() {
    SearchRequest misspelt = SearchRequest.builder().text("snoww").build();
    int photos = search.search(misspelt).total();
    shards.refused = ShardWordQuestion.class::isInstance;
    String missing = "no other spelling was looked for: no shard answers";
    assertThat(search.search(misspelt).total()).isEqualTo(photos);
    assertThat(search.search(misspelt).missing()).isEqualTo(missing);
    try (ResultOrder order = search.order(misspelt)) {
      assertThat(order.total()).isEqualTo(photos);
      assertThat(order.missing()).isEqualTo(missing);
    }
  }

  @Test
  void aPhotoThatCannotBeAskedForIsNotSaidToBeMissing() {
    List<String> ids;
    try (ResultOrder whole = order()) {
      ids = ids(whole);
    }
    shards.silent.add(0);
    assertThatThrownBy(() -> search.find("none")).isInstanceOf(SilentShardException.class);
    assertThatThrownBy(() -> search.findAll(ids)).isInstanceOf(SilentShardException.class);
    shards.silent.clear();
    assertThat(search.find("none")).isEmpty();
    assertThat(search.findAll(List.of("none"))).isEmpty();
  }

  @Test
  void aPhotoToBeLikeIsFoundInTheOthers() {
    Map<String, Optional<String>> vectors = new HashMap<>();
    try (ResultOrder whole = order()) {
      ids(whole).forEach(id -> vectors.put(id, search.findVector(id).map(Arrays::toString)));
    }
    assertThat(vectors.values()).anyMatch(Optional::isPresent);
    shards.silent.add(0);
    List<String> here;
    try (ResultOrder others = order()) {
      here = List.of(others.rows(0, others.total()).ids());
    }
    assertThat(here).hasSizeBetween(1, PHOTOS - 1);
    vectors.forEach((id, vector) -> {
      if (here.contains(id)) {
        assertThat(search.findVector(id).map(Arrays::toString)).isEqualTo(vector);
        assertThat(search.findPath(id)).isPresent();
      } else {
        assertThatThrownBy(() -> search.findVector(id))
            .isInstanceOf(SilentShardException.class)
            .hasMessage("shard 0 of 2 is silent");
        assertThatThrownBy(() -> search.findPath(id)).isInstanceOf(SilentShardException.class);
        assertThatThrownBy(() -> search.search(SearchRequest.builder().like(id).build()))
            .isInstanceOf(SilentShardException.class);
      }
    });
    shards.silent.clear();
    assertThat(search.findVector("none")).isEmpty();
    assertThat(search.findPath("none")).isEmpty();
    assertThatThrownBy(() -> search.search(SearchRequest.builder().like("none").build()))
        .hasMessageContaining("there is no photo with id or path 'none'");
  }

  @Test
  void photosAreFoundTogetherInTheOrderOfTheirIds() {
    try (ResultOrder whole = order()) {
      List<String> wanted = new ArrayList<>(ids(whole));
      Collections.shuffle(wanted, random);
      wanted.add(wanted.size() / 2, "none");
      shards.asked.clear();
      List<Photo> found = search.findAll(wanted);
      assertThat(shards.asked).hasSize(1);
      assertThat(found)
          .isEqualTo(wanted.stream().flatMap(id -> search.find(id).stream()).toList())
          .hasSize(whole.total());
    }
  }

  @Test
  void placesAreAskedForOnceAndCounted() {
    try (ResultOrder whole = order()) {
      long before = whole.bytes();
      shards.asked.clear();
      int placed = whole.clusters(0).stream().mapToInt(MapCluster::count).sum();
      whole.clusters(12);
      assertThat(shards.asked).hasSize(1);
      assertThat(whole.bytes() - before).isEqualTo(12L * placed);
    }
  }
}

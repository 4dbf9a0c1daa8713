package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.map.MapCluster;
import io.lumiere.query.map.MapClusters;
import io.lumiere.schema.Fields;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.testing.Seeded;
import io.lumiere.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters by ids and by boxes, and clusters on a map, are those of a look at each photo. */
class PlacedPhotosTest {
  @TempDir static Path folder;

  private static List<Photo> photos = List.of();

  private final long seed = Seeds.ofRun();

  @BeforeAll
  static void fill() throws IOException {
    Random random = Seeds.random("PlacedPhotosTest");
    photos = new ArrayList<>();
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < 3_000; i++) {
        Place place =
            random.nextInt(5) == 0
                ? null
                : new Place(random.nextDouble(-90, 90), random.nextDouble(-180, 180), null);
        Photo photo =
            Photo.builder(
                    "id" + i,
                    new PhotoFile("a/" + i + ".jpg", "b".repeat(64), 5, Instant.EPOCH),
                    new ImageInfo(4, 3, 1, "jpeg"))
                .place(place)
                .build();
        photos.add(photo);
        archive.add(photo, 1, 0, 0, 0);
        if (random.nextInt(900) == 0) {
          archive.commit();
        }
      }
      archive.addFailure("broken.jpg", "it is cut off");
      archive.commit();
    }
  }

  private static Set<String> found(PhotoSearch search, PhotoFilter filter) {
    try (ResultOrder order = search.order(SearchRequest.builder().filter(filter).build())) {
      return new HashSet<>(List.of(order.rows(0, ResultOrder.MAX_ROWS).ids()));
    }
  }

  @Test
  void idsKeepTheirPhotos(@Seeded Random random) {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (int size : new int[] {0, 1, 999, 1_000, 1_001, 2_500}) {
        List<String> ids = new ArrayList<>(photos.stream().map(Photo::id).toList());
        Collections.shuffle(ids, random);
        Set<String> wanted = new HashSet<>(ids.subList(0, size));
        Set<String> asked = new HashSet<>(wanted);
        asked.add("no photo");
        assertThat(found(search, PhotoFilter.ids(asked, "photos of a list")))
            .as(size + " ids, seed " + seed)
            .isEqualTo(wanted);
      }
    }
  }

  @Test
  void moreValuesThanOneFilterTakesAreRefused() {
    List<String> many = Collections.nCopies(PhotoFilter.MAX_IDS + 1, "id");
    assertThatThrownBy(() -> PhotoFilter.ids(many, "photos"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100001 values");
    assertThatThrownBy(() -> PhotoFilter.anyOf(Fields.ID, many))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("100001 values");
  }

  @Test
  void boxesKeepThePhotosWithin(@Seeded Random random) {
    try (PhotoSearch search = PhotoSearch.open(folder)) {
      for (int i = 0; i < 20; i++) {
        double south = random.nextDouble(-90, 0);
        double north = random.nextDouble(0, 90);
        double west = random.nextDouble(-180, 180);
        double east = random.nextDouble(-180, 180);
        Predicate<Place> within =
            place ->
                place.latitude() >= south
                    && place.latitude() <= north
                    && (west <= east
                        ? place.longitude() >= west && place.longitude() <= east
                        : place.longitude() >= west || place.longitude() <= east);
        assertThat(found(search, PhotoFilter.box(west, south, east, north)))
            .as("seed " + seed)
            .containsExactlyInAnyOrderElementsOf(
                photos.stream()
                    .filter(photo -> photo.place() != null && within.test(photo.place()))
                    .map(Photo::id)
                    .toList());
      }
    }
    assertThatThrownBy(() -> PhotoFilter.box(0, 5, 1, -5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("south");
  }

  @Test
  void clustersHoldEachPlacedPhotoOnce() {
    try (PhotoSearch search = PhotoSearch.open(folder);
        ResultOrder order =
            search.order(
                SearchRequest.builder().sort(SearchRequest.Sort.RANDOM).seed(seed).build())) {
      String[] ids = order.rows(0, order.total()).ids();
      for (int zoom = 0; zoom <= MapClusters.MAX_ZOOM; zoom++) {
        List<MapCluster> clusters = order.clusters(zoom);
        assertThat(clusters.size()).isLessThanOrEqualTo(MapClusters.MOST);
        assertThat(clusters.stream().mapToInt(MapCluster::count).sum())
            .isEqualTo((int) photos.stream().filter(photo -> photo.place() != null).count());
        for (MapCluster cluster : clusters) {
          check(cluster, ids, zoom);
        }
      }
      assertThat(order.clusters(0).size()).isLessThan(order.clusters(2).size());
    }
  }

  /** Cells do not overlap, so the photos within a cluster's box are just its own. */
  private void check(MapCluster cluster, String[] ids, int zoom) {
    List<Place> inside = new ArrayList<>();
    int first = Integer.MAX_VALUE;
    for (int i = 0; i < ids.length; i++) {
      Place place = photos.get(Integer.parseInt(ids[i].substring(2))).place();
      if (place != null
          && place.longitude() >= cluster.west() - 1e-6
          && place.longitude() <= cluster.east() + 1e-6
          && place.latitude() >= cluster.south() - 1e-6
          && place.latitude() <= cluster.north() + 1e-6) {
        inside.add(place);
        first = Math.min(first, i);
      }
    }
    assertThat(inside).as("zoom " + zoom + ", seed " + seed).hasSize(cluster.count());
    assertThat(cluster.first()).isEqualTo(first);
    assertThat(cluster.latitude())
        .isCloseTo(
            inside.stream().mapToDouble(Place::latitude).average().orElseThrow(), within(1e-5));
  }
}

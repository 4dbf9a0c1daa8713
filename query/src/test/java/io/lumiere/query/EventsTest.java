package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.query.event.PhotoEvent;
import io.lumiere.query.group.Section;
import io.lumiere.query.group.SectionBy;
import io.lumiere.schema.Confidence;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import io.lumiere.schema.Place;
import io.lumiere.schema.PlaceNames;
import io.lumiere.schema.Precision;
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The events of an archive, their names, and which hits of a search are in them. */
class EventsTest {
  private static final Place HOME =
      new Place(47.1, 8.5, null, new PlaceNames("CH", "Switzerland", "Zug", "Zug", List.of()));
  private static final Place LISBON =
      new Place(38.7, -9.1, null, new PlaceNames("PT", "Portugal", "Lisboa", "Lisbon", List.of()));
  private static final Place SINTRA =
      new Place(38.8, -9.4, null, new PlaceNames("PT", "Portugal", "Lisboa", "Sintra", List.of()));

  @TempDir Path folder;

  private PhotoSearch search;
  private int added;

  @BeforeEach
  void fill() throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int day = 1; day <= 9; day++) {
        add(archive, "2021-06-0" + day + "T10:00", HOME, 1);
      }
      archive.commit();
      for (int day = 4; day <= 8; day++) {
        add(archive, "2021-07-0" + day + "T09:12", day == 6 ? SINTRA : LISBON, day % 2);
        add(archive, "2021-07-0" + day + "T09:20", day == 6 ? SINTRA : LISBON, 0);
      }
      add(archive, "2021-12-31T23:50", null, 1);
      add(archive, "2022-01-01T00:10", null, 1);
      add(archive, (Taken) null, HOME, 1);
      Taken guess =
          new Taken(
              LocalDateTime.parse("2021-07-05T10:00"),
              null,
              null,
              Taken.FILE_TIME,
              Confidence.LOW,
              Precision.TIME);
      add(archive, guess, LISBON, 1);
      archive.commit();
    }
    search = PhotoSearch.open(folder, TestArchive.MODEL, TestArchive::encode);
  }

  private void add(TestArchive archive, String taken, Place place, float sunset)
      throws IOException {
    add(archive, new Taken(LocalDateTime.parse(taken), null, "exif"), place, sunset);
  }

  private void add(TestArchive archive, Taken taken, Place place, float sunset) throws IOException {
    String hash = String.format("%064x", added);
    Photo photo =
        Photo.builder(
                "id" + added,
                new PhotoFile(added++ + ".jpg", hash, 5, Instant.EPOCH),
                new ImageInfo(4, 3, 1, "jpeg"))
            .taken(taken)
            .place(place)
            .build();
    archive.add(photo, sunset, 0, 1, 0);
  }

  @AfterEach
  void close() {
    search.close();
  }

  @Test
  void tripsAndDaysHaveNamesAndCovers() {
    try (ResultOrder order = search.order(SearchRequest.builder().build())) {
      List<PhotoEvent> events = order.events(0, 100);
      assertThat(events.stream().map(PhotoEvent::title).limit(3))
          .containsExactly(
              "31 December 2021 – 1 January 2022", "Lisbon, 4–8 July 2021", "Zug, 9 June 2021");
      assertThat(events.stream().map(PhotoEvent::key).limit(2))
          .containsExactly("2021-12-31T2350", "2021-07-04T0912");
      PhotoEvent trip = events.get(1);
      assertThat(trip.count()).isEqualTo(10);
      assertThat(trip.place()).containsExactly("Lisbon", "Portugal");
      assertThat(trip.query()).isEqualTo("date:2021-07-04..2021-07-08");
      // Newest first, the middle one of ten.
      assertThat(trip.cover()).isEqualTo("id13");
      assertThat(trip.coverHash()).isEqualTo("000000000000");
      assertThat(events.getLast().query()).isEqualTo("date:2021-06-01");
      assertThat(order.events(1, 1)).containsExactly(trip);
      assertThat(order.events(1_000, 5)).isEmpty();
    }
  }

  @Test
  void aSearchDoesNotChangeEventsButTheirCounts() {
    try (ResultOrder order = search.order(SearchRequest.builder().text("sunset").build())) {
      PhotoEvent trip = order.events(0, 100).get(1);
      assertThat(trip.key()).isEqualTo("2021-07-04T0912");
      assertThat(trip.from()).isEqualTo("2021-07-04T09:12");
      assertThat(trip.to()).isEqualTo("2021-07-08T09:20");
      assertThat(trip.cover()).isIn("id11", "id15");
    }
    try (ResultOrder order = search.order(SearchRequest.builder().year(2022).build())) {
      assertThat(order.events(0, 9)).hasSize(1);
      assertThat(order.events(0, 9).getFirst().count()).isEqualTo(1);
      assertThat(order.events(0, 9).getFirst().from()).isEqualTo("2021-12-31T23:50");
    }
  }

  @Test
  void eventsAreSectionsOfAnOrder() {
    try (ResultOrder order = search.order(SearchRequest.builder().build())) {
      List<Section> sections = order.sections(SectionBy.EVENT);
      assertThat(sections.getFirst())
          .isEqualTo(new Section("2021-12-31T2350", "2021-12-31T2350", 0, 2));
      assertThat(sections.getLast().key()).isEqualTo("none");
      // A photo whose date is a guess stands in the middle of the trip, and is not of it.
      assertThat(sections.stream().filter(one -> one.key().equals("2021-07-04T0912"))).hasSize(2);
    }
  }
}

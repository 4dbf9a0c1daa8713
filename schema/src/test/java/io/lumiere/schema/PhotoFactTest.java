package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhotoFactTest {
  @Test
  void sayWhatPeopleMayWantToKnow() {
    List<PhotoFact> facts = PhotoFact.of(FullPhoto.create());
    assertThat(facts)
        .contains(
            new PhotoFact("path", "trips/Old Town/IMG_2021.jpg", "trips/Old Town/IMG_2021.jpg"),
            new PhotoFact(
                "taken",
                LocalDateTime.of(1969, 7, 20, 22, 17, 40, 123_000_000),
                "1969-07-20T22:17:40.123"),
            new PhotoFact("iso", 800, "800"),
            new PhotoFact("flash", "off", "off"),
            new PhotoFact("people", List.of("Grandma Ann", "Ola Ås"), "Grandma Ann, Ola Ås"));
    assertThat(facts)
        .extracting(PhotoFact::name)
        .doesNotHaveDuplicates()
        .doesNotContain(
            "reader", "changed", "sidecars", "camera", "keyword", "id_hash", "average_color");
  }
}

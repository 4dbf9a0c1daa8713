package io.lumiere.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A photo that has every field. */
final class FullPhoto {
  private FullPhoto() {}

  static Photo create() {
    return new Photo(
        "id-1",
        new PhotoFile(
            "trips/Old Town/IMG_2021.jpg",
            "ab".repeat(32),
            4_000_000_000L,
            Instant.ofEpochMilli(-5),
            "0123456789abcdef",
            new Reading("3|Asia/Tokyo|places", -7L, LocalDateTime.of(2099, 1, 1, 12, 30))),
        new ImageInfo(4000, 3000, 6, "jpeg"),
        new Taken(
            LocalDateTime.of(1969, 7, 20, 22, 17, 40, 123_000_000),
            ZoneOffset.ofHoursMinutes(-3, -30),
            "gps-time",
            "exif",
            Confidence.HIGH,
            Precision.TIME),
        new Camera(
            "Canon", "Canon EOS 5D", "EF 50mm", 800, 1.8f, 1 / 250.0, 50f, 75f, false, "Ver. 1"),
        new Place(
            35.0116,
            135.768_123_456_789,
            -3.5,
            new PlaceNames("JP", "Japan", "Kyoto", "Kyoto", List.of("Kyoto", "京都", "Japan"))),
        new Caption(
            "Title",
            "What it shows",
            List.of("sea", "old town", "Strände"),
            List.of("Grandma Ann", "Ola Ås"),
            List.of("A. Person", "B. Person"),
            "© 2021 A. Person",
            -1,
            "Red"),
        new Traits(true, true, "trips/Old Town/IMG_2021.MOV", "burst-7"),
        List.of("the EXIF date 0000:00:00 00:00:00 is not possible", "an XMP block is broken"));
  }
}

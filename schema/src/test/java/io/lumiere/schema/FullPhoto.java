package io.lumiere.schema;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A photo that has every field. */
final class FullPhoto {
  private FullPhoto() {}

  static Photo create() {
    return Photo.builder(
            "id-1",
            new PhotoFile(
                "trips/Old Town/IMG_2021.jpg",
                "ab".repeat(32),
                4_000_000_000L,
                Instant.ofEpochMilli(-5),
                "0123456789abcdef",
                new Reading("3|Asia/Tokyo|places", -7L, LocalDateTime.of(2099, 1, 1, 12, 30))),
            new ImageInfo(4000, 3000, 6, "jpeg", 0x8090a0))
        .taken(
            new Taken(
                LocalDateTime.of(1969, 7, 20, 22, 17, 40, 123_000_000),
                ZoneOffset.ofHoursMinutes(-3, -30),
                "gps-time",
                "exif",
                Confidence.HIGH,
                Precision.TIME))
        .camera(
            Camera.builder()
                .make("Canon")
                .model("Canon EOS 5D")
                .serial("3012345")
                .lens("EF 50mm")
                .iso(800)
                .aperture(1.8f)
                .exposure(1 / 250.0)
                .focalLength(50f)
                .focalLength35(75f)
                .flash(false)
                .software("Ver. 1")
                .build())
        .place(
            new Place(
                35.0116,
                135.768_123_456_789,
                -3.5,
                new PlaceNames("JP", "Japan", "Kyoto", "Kyoto", List.of("Kyoto", "京都", "Japan"))))
        .caption(
            Caption.builder()
                .title("Title")
                .description("What it shows")
                .keywords(List.of("sea", "old town", "Strände"))
                .people(List.of("Grandma Ann", "Ola Ås"))
                .creators(List.of("A. Person", "B. Person"))
                .copyright("© 2021 A. Person")
                .rating(-1)
                .label("Red")
                .build())
        .traits(new Traits(true, true, "trips/Old Town/IMG_2021.MOV", "burst-7"))
        .notes(
            List.of("the EXIF date 0000:00:00 00:00:00 is not possible", "an XMP block is broken"))
        .build();
  }
}

package io.lumiere.indexer.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lumiere.indexer.Pictures;
import io.lumiere.schema.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmpPlacesTest {
  private static Place read(String latitude, String longitude) {
    String xmp =
        "<exif:GPSLatitude>%s</exif:GPSLatitude><exif:GPSLongitude>%s</exif:GPSLongitude>"
            .formatted(latitude, longitude);
    return Reading.read(Segments.insertXmp(Pictures.jpeg(1), Segments.xmp(xmp)), "x.jpg").place();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "48,51.5N | 2,17.666667W",
        "48,51,30N | 2,17,40W",
        "48.858333 | -2.294444",
        "48.858333 N | 2.294444 W",
        "N48.858333 | W 2.294444",
        "48,858333 | -2,294444",
        "48,858333N | 2,294444W",
        "48 51 30 N | 2 17 40 W",
        "48° 51' 30\" N | 2° 17' 40\" W",
        "48°51′30″N | 2°17′40″W",
        "48 deg 51' 30.00\" N | 2 deg 17' 40.00\" W",
        "48/1,51/1,30/1N | 2/1,17/1,40/1W",
        "48/1,3090/60N | 2/1,1060/60W",
      })
  void formsOfAngles(String latitude, String longitude) {
    Place place = read(latitude, longitude);
    assertThat(place).isNotNull();
    assertThat(place.latitude()).isCloseTo(48.858333, within(1e-5));
    assertThat(place.longitude()).isCloseTo(-2.294444, within(1e-5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "N", "48,61N", "48,1/0N", "48,51,30,10N", "north", "48°51'90\"N", ",,"})
  void whatIsNoAngle(String latitude) {
    assertThat(read(latitude, "2,17W")).isNull();
  }

  @Test
  void wordsOfAcdsee() {
    String xmp =
        "<a:rating xmlns:a='http://ns.acdsee.com/iptc/1.0/'>4</a:rating>"
            + "<a:caption xmlns:a='http://ns.acdsee.com/iptc/1.0/'>Zebra</a:caption>";
    PhotoMetadata photo =
        Reading.read(Segments.insertXmp(Pictures.jpeg(1), Segments.xmp(xmp)), "x.jpg");
    assertThat(photo.caption().rating()).isEqualTo(4);
    assertThat(photo.caption().title()).isEqualTo("Zebra");
  }
}

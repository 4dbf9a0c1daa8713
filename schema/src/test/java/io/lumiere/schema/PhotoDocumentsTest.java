package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.schema.Photo.Camera;
import io.lumiere.schema.Photo.Caption;
import io.lumiere.schema.Photo.ImageInfo;
import io.lumiere.schema.Photo.PhotoFile;
import io.lumiere.schema.Photo.Place;
import io.lumiere.schema.Photo.Taken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PhotoDocumentsTest {
  private static final PhotoFile FILE =
      new PhotoFile(
          "trips/Old Town/IMG_2021.jpg", "ab".repeat(32), 4_000_000_000L, Instant.ofEpochMilli(-5));
  private static final ImageInfo IMAGE = new ImageInfo(4000, 3000, 6, "jpeg");

  @Test
  void aFullPhotoComesBackFromTheIndexAsItWas() throws IOException {
    Photo photo =
        new Photo(
            "id-1",
            FILE,
            IMAGE,
            new Taken(
                LocalDateTime.of(1969, 7, 20, 22, 17, 40, 123_000_000),
                ZoneOffset.ofHoursMinutes(-3, -30),
                "exif"),
            new Camera("Canon", "Canon EOS 5D", "EF 50mm", 800, 1.8f, 1 / 250.0, 50f),
            new Place(-33.86, 151.21, -3.5),
            new Caption("Title", "What it shows", List.of("sea", "old town")));
    assertThat(roundTrip(photo)).isEqualTo(photo);
  }

  @Test
  void aBarePhotoComesBackFromTheIndexAsItWas() throws IOException {
    Photo photo = new Photo("id-2", FILE, IMAGE, null, Camera.UNKNOWN, null, Caption.NONE);
    assertThat(roundTrip(photo)).isEqualTo(photo);
  }

  @Test
  void aVectorThatIsNotOfUnitLengthIsRefused() {
    Photo photo = new Photo("id-3", FILE, IMAGE, null, Camera.UNKNOWN, null, Caption.NONE);
    for (float[] vector : new float[][] {{0, 0}, {1, 1}, {Float.NaN, 0}, {0.9f, 0}}) {
      assertThatThrownBy(() -> PhotoDocuments.toDocument(photo, vector))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("IMG_2021.jpg");
    }
  }

  private static Photo roundTrip(Photo photo) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
        writer.addDocument(PhotoDocuments.toDocument(photo, new float[] {0.6f, 0.8f}));
      }
      try (var reader = DirectoryReader.open(directory)) {
        Document stored = reader.storedFields().document(0);
        return PhotoDocuments.fromDocument(stored);
      }
    }
  }
}

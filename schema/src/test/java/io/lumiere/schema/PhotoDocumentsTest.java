package io.lumiere.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lumiere.base.LumiereException;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFieldVisitor.Status;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class PhotoDocumentsTest {
  private static final PhotoFile FILE =
      new PhotoFile(
          "trips/Old Town/IMG_2021.jpg", "ab".repeat(32), 4_000_000_000L, Instant.ofEpochMilli(-5));
  private static final ImageInfo IMAGE = new ImageInfo(4000, 3000, 6, "jpeg");

  @Test
  void aFullPhotoComesBackFromTheIndexAsItWas() throws IOException {
    Photo photo = FullPhoto.create();
    assertThat(roundTrip(photo)).isEqualTo(photo);
  }

  @Test
  void aBarePhotoComesBackFromTheIndexAsItWas() throws IOException {
    Photo photo = Photo.builder("id-2", FILE, IMAGE).build();
    assertThat(roundTrip(photo)).isEqualTo(photo);
  }

  @Test
  void namesOfAPlaceWithoutAPositionComeBack() throws IOException {
    PlaceNames names = new PlaceNames("IS", "Iceland", null, "Reykjavik", List.of("Reykjavik"));
    Photo photo = Photo.builder("id-4", FILE, IMAGE).named(names).build();
    assertThat(roundTrip(photo)).isEqualTo(photo);
  }

  @Test
  void namesBesideAPlaceAreRefused() {
    Photo full = FullPhoto.create();
    PlaceNames names = new PlaceNames(null, null, null, "Reykjavik", List.of());
    assertThatThrownBy(
            () -> Photo.builder("id-5", FILE, IMAGE).place(full.place()).named(names).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("IMG_2021.jpg");
  }

  @Test
  void everyFieldOfTheFullPhotoIsFilled() throws ReflectiveOperationException {
    requireFilled(FullPhoto.create());
  }

  private static void requireFilled(Record record) throws ReflectiveOperationException {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals("named")) {
        continue; // Goes without a place alone.
      }
      Object value = component.getAccessor().invoke(record);
      assertThat(value).as(component.toString()).isNotNull().isNotEqualTo(List.of());
      if (value instanceof Record inner) {
        requireFilled(inner);
      }
    }
  }

  @Test
  void aVectorThatIsNotOfUnitLengthIsRefused() {
    Photo photo = Photo.builder("id-3", FILE, IMAGE).build();
    for (float[] vector : new float[][] {{0, 0}, {1, 1}, {Float.NaN, 0}, {0.9f, 0}}) {
      assertThatThrownBy(() -> PhotoDocuments.toDocument(photo, vector))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("IMG_2021.jpg");
    }
  }

  @Test
  void nothingElseThatADocumentStoresIsDecoded() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
        Document document = PhotoDocuments.toDocument(FullPhoto.create(), new float[] {0.6f, 0.8f});
        document.add(new StoredField("of another program", 1));
        writer.addDocument(document);
      }
      try (var reader = DirectoryReader.open(directory)) {
        FieldInfos fields = reader.leaves().getFirst().reader().getFieldInfos();
        PhotoVisitor visitor = new PhotoVisitor();
        for (String name : List.of(Fields.VECTOR, Fields.ID_HASH, "of another program")) {
          assertThat(visitor.needsField(fields.fieldInfo(name))).as(name).isEqualTo(Status.NO);
        }
        assertThat(visitor.needsField(fields.fieldInfo(Fields.PATH))).isEqualTo(Status.YES);
      }
    }
  }

  @Test
  void valuesOfAnotherTypeAreRefused() throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig())) {
        for (StoredField wrong :
            List.of(new StoredField(Fields.ISO, "many"), new StoredField(Fields.ID, new byte[2]))) {
          Document document = new Document();
          document.add(wrong);
          writer.addDocument(document);
        }
      }
      try (var reader = DirectoryReader.open(directory)) {
        assertThatThrownBy(() -> PhotoDocuments.read(reader.storedFields(), 0))
            .isInstanceOf(LumiereException.class)
            .hasMessageContaining("no number in the field 'iso'");
        assertThatThrownBy(() -> PhotoDocuments.read(reader.storedFields(), 1))
            .isInstanceOf(LumiereException.class)
            .hasMessageContaining("no text in the field 'id'");
      }
    }
  }

  private static Photo roundTrip(Photo photo) throws IOException {
    try (var directory = new ByteBuffersDirectory()) {
      try (var writer = new IndexWriter(directory, new IndexWriterConfig(Words.analyzer()))) {
        writer.addDocument(PhotoDocuments.toDocument(photo, new float[] {0.6f, 0.8f}));
      }
      try (var reader = DirectoryReader.open(directory)) {
        Document stored = reader.storedFields().document(0);
        Photo read = PhotoDocuments.fromDocument(stored);
        assertThat(PhotoDocuments.read(reader.storedFields(), 0)).isEqualTo(read);
        return read;
      }
    }
  }
}

package io.lumiere.indexer;

import static io.lumiere.indexer.internal.metadata.Exif.Block.PHOTO;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.internal.metadata.Exif;
import io.lumiere.schema.Fields;
import io.lumiere.schema.Photo;
import io.lumiere.schema.Reading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A field that came after an index was made, without another schema version. */
class NewFieldTest {
  /** What read metadata before there were serial numbers of cameras. */
  private static final Reading BEFORE = new Reading("3||", null, null);

  @TempDir private Path temp;
  private Workspace work;

  @BeforeEach
  void photos() {
    work = new Workspace(temp).withPhotos("p", 2);
    Pictures.write(
        work.file("numbered.jpg"),
        new Exif().text(PHOTO, 0xa431, "3012345").into(Pictures.jpeg(5)));
  }

  private boolean hasSerials() throws IOException {
    try (FSDirectory directory = FSDirectory.open(work.index);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return FieldInfos.getMergedFieldInfos(reader).fieldInfo(Fields.CAMERA_SERIAL) != null;
    }
  }

  @Test
  void theNextRunFillsItInWithoutEncodingAPhoto() throws IOException {
    work.run();
    Map<String, Photo> expected = work.open().photos();
    RewrittenIndex.rewritePhotos(
        work.index,
        photo ->
            Photo.builder(photo.id(), RewrittenIndex.with(photo.file(), BEFORE), photo.image())
                .taken(photo.taken())
                .traits(photo.traits())
                .notes(photo.notes())
                .build());
    assertThat(hasSerials()).isFalse();
    assertThat(work.open().userData()).containsEntry("lumiere.schema", "4");
    assertThat(work.open().photos().get("numbered.jpg").camera().serial()).isNull();

    IndexReport report = work.run();

    assertThat(report.counts().reread()).isEqualTo(3);
    assertThat(work.encoder.calls).hasValue(0);
    assertThat(work.open().photos()).isEqualTo(expected);
    assertThat(expected.get("numbered.jpg").camera().serial()).isEqualTo("3012345");
    assertThat(hasSerials()).isTrue();
    assertThat(work.run().counts().bytes()).isZero();
  }
}

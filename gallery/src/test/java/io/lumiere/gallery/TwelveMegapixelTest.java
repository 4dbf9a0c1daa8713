package io.lumiere.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwelveMegapixelTest {
  @Test
  void writesDistinctPhotosOfAPhonesSizeOnce(@TempDir Path dir) throws Exception {
    List<Path> photos = TwelveMegapixel.write(dir, 2);

    assertThat(photos).containsExactly(dir.resolve("IMG_00000.jpg"), dir.resolve("IMG_00001.jpg"));
    for (Path photo : photos) {
      assertThat(Files.size(photo)).isBetween(2_500_000L, 7_000_000L);
      var metadata = ImageMetadataReader.readMetadata(photo.toFile());
      JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
      assertThat(jpeg.getImageWidth()).isEqualTo(4000);
      assertThat(jpeg.getImageHeight()).isEqualTo(3000);
      assertThat(metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class).getDateOriginal())
          .isNotNull();
    }
    assertThat(Files.mismatch(photos.get(0), photos.get(1))).isNotEqualTo(-1);

    FileTime old = FileTime.fromMillis(1_000_000_000_000L);
    Files.setLastModifiedTime(photos.get(0), old);
    assertThat(TwelveMegapixel.write(dir, 2)).isEqualTo(photos);
    assertThat(Files.getLastModifiedTime(photos.get(0))).isEqualTo(old);
  }

  @Test
  void refusesToWriteNone(@TempDir Path dir) {
    assertThatThrownBy(() -> TwelveMegapixel.write(dir, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is 0, not 1 or more");
  }
}

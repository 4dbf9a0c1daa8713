package io.lumiere.images;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhotoContentTest {
  @TempDir private Path temp;

  private static boolean isPhoto(String head) {
    return PhotoContent.isPhoto(head.getBytes(ISO_8859_1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg", "png", "gif", "bmp", "tiff"})
  void whatTheDecoderReadsIsAPhoto(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(20, 10, BufferedImage.TYPE_INT_RGB);
    assertThat(ImageIO.write(image, format, bytes)).isTrue();

    assertThat(new ImageDecoder().decode(bytes.toByteArray(), "noname", 8).width()).isEqualTo(20);
    Path file = Files.write(temp.resolve("noname"), bytes.toByteArray());
    assertThat(PhotoContent.isPhoto(file)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P6\n# a word\n64 48\n255\nxxx",
        "P4 8 8\nx",
        "RIFF\1\0\0\0WEBPVP8 ",
        "\0\0\0\30ftypheic\0\0\0\0mif1heic",
        "\0\0\0\34ftypisom\0\0\0\0isomavif",
        "\0\0\0\30ftypcrx \0\0\0\1crx isom",
        "\0\0\0\14JXL \r\n\u0087\n",
        "\u00ff\n\u00fa\u0010",
        "\0\0\0\14jP  \r\n\u0087\n",
        "FUJIFILMCCD-RAW 0201",
        "IIU\0\u0018\0\0\0",
      })
  void otherFormatsAreTold(String head) {
    assertThat(isPhoto(head)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "BMW, the yellow one\n",
        "P6\nis a road in Wales",
        "P1 is better than P2",
        "IIRC it was a monday",
        "MMXXI\0\0\0\0\0\0\0\0\0",
        "GIF is a format",
        "RIFF\1\0\0\0WAVEfmt ",
        "RIFF\1\0\0\0AVI LIST",
        "\0\0\0\30ftypisom\0\0\0\0isommp42",
        "\0\0\0\24ftypqt  \0\0\0\0qt  mif1",
        "%PDF-1.7\n",
        "PK\3\4\u0014\0\0\0",
        "\u00ff\u00fb\u0090D",
        "8BPS\0\1",
      })
  void otherFilesAreNone(String head) {
    assertThat(isPhoto(head)).isFalse();
  }

  @Test
  void aWholeFileIsAPhotoToo() {
    assertThat(PhotoContent.isPhoto(TestImages.jpeg(TestImages.quarters(8, 8), false))).isTrue();
  }
}

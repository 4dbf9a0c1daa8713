package io.lumiere.indexer.internal.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.indexer.Pictures;
import io.lumiere.indexer.internal.scan.Companion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The people of Picasa's files. */
class PicasaFileTest {
  private static final String INI =
      """
      [Picasa]
      name=Holidays
      [Contacts2]
      8e62398ebda8c1a5=Ann Smith;;
      c1=Ola Ås;ola@example.org;
      [IMG_1.jpg]
      faces=rect64(3f845bcb59418507),8e62398ebda8c1a5;rect64(9eb15e89b6b584c1),C1
      star=yes
      [img_2.JPG]
      faces=rect64(3f845bcb59418507),ffffffffffffffff;rect64(1),nobody
      [IMG_3.jpg]
      faces=nonsense,,;;rect64(
      """;

  private static List<String> people(String photo) {
    return PicasaFile.parse(INI.getBytes(UTF_8)).people(photo);
  }

  @Test
  void namesOfFaces() {
    assertThat(people("IMG_1.jpg")).containsExactly("Ann Smith", "Ola Ås");
    assertThat(people("img_1.JPG")).containsExactly("Ann Smith", "Ola Ås");
    assertThat(people("IMG_2.jpg")).isEmpty();
    assertThat(people("IMG_3.jpg")).isEmpty();
    assertThat(people("IMG_4.jpg")).isEmpty();
  }

  @Test
  void namesOfOlderFiles() {
    String older = INI.replace("Contacts2", "Contacts").replace("\n", "\r\n");
    assertThat(PicasaFile.parse(older.getBytes(UTF_8)).people("IMG_1.jpg"))
        .containsExactly("Ann Smith", "Ola Ås");
  }

  @Test
  void areThePhotosPeople(@TempDir Path folder) throws IOException {
    Path file = folder.resolve(".picasa.ini");
    Files.writeString(file, INI);
    Companion companion =
        new Companion(Companion.Kind.PICASA, file, "a/.picasa.ini", Files.size(file), 0);
    PhotoInput input = Reading.input(Pictures.jpeg(1), "a/IMG_1.jpg", List.of(companion));
    assertThat(new MetadataReader(Reading.CLOCK).read(input).caption().people())
        .containsExactly("Ann Smith", "Ola Ås");
  }
}

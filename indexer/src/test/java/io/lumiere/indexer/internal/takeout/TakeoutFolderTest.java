package io.lumiere.indexer.internal.takeout;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.testing.ProcessorSeconds;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeoutFolderTest {
  private static final String LONG = "a_name_that_is_longer_than_takeout_likes_it_to_be";

  private static Map<String, String> join(List<String> photos, List<String> files) {
    return TakeoutFolder.join(photos, files, file -> null, () -> false);
  }

  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, IMG_1.jpg.json",
    "IMG_1.jpg, IMG_1.jpg.JSON",
    "IMG_1.jpg, IMG_1.jpg.supplemental-metadata.json",
    "IMG_1.jpg, IMG_1.jpg.supplemental-metadat.json",
    "IMG_1.jpg, IMG_1.jpg.su.json",
    "IMG_1.jpg, IMG_1.jpg.s.json",
    "IMG_1.jpg, IMG_1.jpg..json",
    "PXL_20210704_183000123.PORTRAIT-01.COVER.jpg,"
        + " PXL_20210704_183000123.PORTRAIT-01.COVER.jpg.s.json",
    "a_name_that_is_longer_than_takeout_likes_it_to_be.jpg,"
        + " a_name_that_is_longer_than_takeout_likes_it_to.json",
    "a_name_that_is_longer_than_takeout_likes_it_to_be(3).jpg,"
        + " a_name_that_is_longer_than_takeout_likes_it_to(3).json",
    "a_name_that_is_longer_than_takeout_likes.jpg,"
        + " a_name_that_is_longer_than_takeout_likes.jp.json",
    "IMG_1(2).jpg, IMG_1.jpg(2).json",
    "IMG_1(2).jpg, IMG_1.jpg.supplemental-metadata(2).json",
    "IMG_1(2).jpg, IMG_1.jpg.supplem(2).json",
    "IMG_1(2).jpg, IMG_1.jpg(2).supplemental-metadata.json",
    "IMG_1(2).jpg, IMG_1(2).jpg.json",
    "IMG_1(2).jpg, IMG_1(2).jpg.supplemental-metadata.json",
    "IMG_1(2).jpg, IMG_1(2).json",
    "IMG_1(2).jpg, IMG_1.supplemental-metadata(2).json",
    "IMG_1(2).jpg, IMG_1(2).supplemental-metadata.json",
    "IMG_1.jpg, IMG_1.json",
    "IMG_1.jpg, IMG_1.supplemental-metadata.json",
    "IMG_1.jpg, IMG_1.suppl.json",
    "IMG_1.jpg, IMG_1..json",
    "Pic.jpg, pic.JPG.json",
    "Pic.jpg, PIC.supplemental-metadata.json",
    "IMG_1.HEIC, IMG_1.MP4.json",
    "IMG_1.HEIC, IMG_1.MOV.supplemental-metadata.json",
    "IMG_1(2).HEIC, IMG_1.mp4(2).json",
    "IMG_1-edited.jpg, IMG_1.jpg.json",
    "IMG_1-bearbeitet.jpg, IMG_1.jpg.supplemental-metadata.json",
    "IMG_1-編集済み.jpg, IMG_1.jpg.supplemental-meta.json",
    "IMG_1-edited(2).jpg, IMG_1.jpg(2).json",
  })
  void findsTheOwnFile(String photo, String json) {
    assertThat(join(List.of(photo), List.of(json))).containsExactly(Map.entry(photo, json));
  }

  @ParameterizedTest
  @CsvSource({
    "IMG_1.jpg, IMG_10.jpg.json",
    "IMG_10.jpg, IMG_1.jpg.json",
    "IMG_1.jpg, IMG_1.png.json",
    "IMG_1.jpg, IMG_1.jpg(1).json",
    "IMG_1.jpg, IMG_1(1).json",
    "IMG_1.jpg, IMG_1.jpgs.json",
    "IMG_1.jpg, IMG_1.jpg.supper.json",
    "IMG_1(2).jpg, IMG_1.jpg.json",
    "IMG_1(2).jpg, IMG_1.jpg.supplemental-metadata.json",
    "IMG_1(2).jpg, IMG_1.jpg(1).json",
    "IMG_1(2).jpg, IMG_1.json",
    "IMG_1-edited(2).jpg, IMG_1.jpg.json",
    "IMG_1-edited.jpg, IMG_1.jpg(2).json",
    "IMG_1-2.jpg, IMG_1.jpg.json",
    "IMG_20200704_183000.jpg, IMG.jpg.json",
    "IMG_1edited.jpg, IMG_1.jpg.json",
    "IMG_1.jpg, IMG.json",
    "a_short_name.jpg, a_short_na.json",
    "IMG_1.jpg, metadata.json",
    "config-local.jpg, config.local.json",
  })
  void leavesTheFilesOfOthers(String photo, String json) {
    assertThat(join(List.of(photo), List.of(json))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pic-editat, pic",
    "pic-modifié, pic",
    "pic_edited, pic",
    "pic (geändert), pic",
    "pic(edit), pic",
    "pic-редактирано, pic",
    "pic-संपादित, pic",
    "pic-edited(1), pic(1)",
    "pic(1)-edited, pic(1)",
    "pic-COLLAGE-edited, pic-COLLAGE",
    "PIC-Edited, pic",
  })
  void anEditedCopyHasTheFileOfItsOriginalInAnyLanguage(String copy, String original) {
    List<String> photos =
        List.of("pic.jpg", "pic(1).jpg", "pic-COLLAGE.jpg", copy + ".jpg", "pictures.jpg");
    List<String> files = List.of("pic.jpg.json", "pic.jpg(1).json", "pic-COLLAGE.jpg.s.json");

    Map<String, String> joined = join(photos, files);

    assertThat(joined.get(copy + ".jpg")).isEqualTo(joined.get(original + ".jpg")).isNotNull();
    assertThat(joined).hasSize(4).doesNotContainKey("pictures.jpg");
  }

  @Test
  void ofTwoOriginalsTheOneOfTheSameFormatCounts() {
    List<String> files = List.of("a.jpg.json", "a.png.json");

    assertThat(join(List.of("a.jpg", "a.png", "a-edited.png"), files))
        .containsEntry("a-edited.png", "a.png.json");
    assertThat(join(List.of("a.jpg", "a.png", "a-edited.webp"), files))
        .containsOnlyKeys("a.jpg", "a.png");
  }

  @Test
  void composedAndDecomposedNamesMeet() {
    String composed = "Café.jpg";
    String apart = Normalizer.normalize(composed, Normalizer.Form.NFD);

    assertThat(join(List.of(apart), List.of(composed + ".supplemental-metadata.json"))).hasSize(1);
    assertThat(join(List.of(composed), List.of(apart + ".json"))).hasSize(1);
  }

  @Test
  void exactNamesComeFirst() {
    assertThat(join(List.of("A.jpg", "a.jpg"), List.of("a.jpg.json", "A.jpg.json")))
        .containsExactlyInAnyOrderEntriesOf(Map.of("A.jpg", "A.jpg.json", "a.jpg", "a.jpg.json"));
    assertThat(join(List.of("A.jpg", "a.jpg"), List.of("a.jpg.json")))
        .containsExactly(Map.entry("a.jpg", "a.jpg.json"));
    assertThat(join(List.of("A.jpg", "a.jpg"), List.of("a.JPG.json"))).isEmpty();
  }

  @Test
  void photoAndFilmOfALivePhotoShareAFile() {
    assertThat(join(List.of("IMG_1.HEIC"), List.of("IMG_1.MP4.json", "IMG_1.HEIC.json")))
        .containsExactly(Map.entry("IMG_1.HEIC", "IMG_1.HEIC.json"));
    assertThat(join(List.of("IMG_1.HEIC", "IMG_1.JPG"), List.of("IMG_1.MP4.json"))).isEmpty();
  }

  @Test
  void copiesOfALongNameAreToldByTheirNumbers() {
    String cut = LONG.substring(0, 46);
    String kept = LONG.substring(0, 47);
    List<String> photos = List.of(kept + ".jpg", kept + "(1).jpg", kept + "-edited.jpg");

    assertThat(join(photos, List.of(cut + ".json", cut + "(1).json")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                kept + ".jpg", cut + ".json",
                kept + "(1).jpg", cut + "(1).json",
                kept + "-edited.jpg", cut + ".json"));
  }

  @Test
  void theTitleDecidesWhereNamesDoNot() {
    List<String> photos = List.of(LONG + "_me.jpg", LONG + "_you.jpg");
    String cut = LONG.substring(0, 46) + ".json";

    assertThat(join(photos, List.of(cut))).isEmpty();
    assertThat(TakeoutFolder.join(photos, List.of(cut), file -> LONG + "_you.jpg", () -> false))
        .containsExactly(Map.entry(LONG + "_you.jpg", cut));
    assertThat(TakeoutFolder.join(photos, List.of(cut), file -> LONG + ".jpg", () -> false))
        .isEmpty();
    assertThat(
            TakeoutFolder.join(
                List.of("a.jpg", "a.png"), List.of("a.json"), file -> "A.PNG", () -> false))
        .containsExactly(Map.entry("a.png", "a.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo.jpg.supplemental-metadaten.json, true",
    "photo.jpg, photo.jpg.métadonnées.json, true",
    "photo.jpeg, photo.jpg.json, true",
    "写真の長い名前.jpg, 写真の長い名.json, true",
    "photo.jpg, photo.jpg.other(1).json, false",
    "photo.jpg, album.json, false",
  })
  void aTitleThatIsThePhotosNameDecides(String photo, String file, boolean isFound) {
    assertThat(TakeoutFolder.join(List.of(photo), List.of(file), any -> photo, () -> false))
        .isEqualTo(isFound ? Map.of(photo, file) : Map.of());
  }

  @Test
  void twoFilesOfOneTitleAreOfNoPhoto() {
    List<String> files = List.of("photo.jpg.eins.json", "photo.jpg.zwei.json");
    assertThat(TakeoutFolder.join(List.of("photo.jpg"), files, any -> "photo.jpg", () -> false))
        .isEmpty();
  }

  /** The pairs are five thousand million: comparing them takes an hour. */
  @Test
  @ProcessorSeconds(20)
  void thousandsOfFilesAreJoinedInNoTime() {
    List<String> photos = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      photos.add("IMG_20210704_" + i + ".jpg");
      photos.add("IMG_20210704_" + i + "-edited.jpg");
      files.add("IMG_20210704_" + i + ".jpg.supplemental-metadata.json");
    }
    AtomicInteger asked = new AtomicInteger();

    Map<String, String> joined =
        TakeoutFolder.join(photos, files, file -> null, () -> asked.incrementAndGet() < 0);

    assertThat(joined).hasSize(100_000);
    assertThat(asked).hasValueGreaterThan(100_000);
  }

  @Test
  void stopsWhenAsked() {
    assertThat(
            TakeoutFolder.join(List.of("a.jpg"), List.of("a.jpg.json"), file -> null, () -> true))
        .isEmpty();
  }
}

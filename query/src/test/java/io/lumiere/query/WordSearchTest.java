package io.lumiere.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words of English and Chinese, with and without accents, in a real index. */
class WordSearchTest {
  /** A title, and a word that a reader sees in it. */
  private static final String[][] CHINESE = {
    {"海边的日落", "日落"},
    {"海边的日落", "海边"},
    {"上海外滩夜景", "外滩"},
    {"上海外滩夜景", "上海"},
    {"故宫角楼", "角楼"},
    {"骑自行车的人", "自行车"},
    {"一家人在公园野餐", "家人"},
    {"小猫在睡觉", "猫"},
    {"我们在长城合影", "长城"},
    {"红灯笼", "灯笼"},
    {"生日蛋糕", "蛋糕"},
    {"黄山云海", "云海"},
    {"西湖雪景", "雪"},
    {"東京2021", "東京"},
  };

  @TempDir Path folder;

  private static List<String> titles(PhotoSearch search, String text) {
    return search.search(SearchRequest.builder().text(text).build()).hits().stream()
        .map(hit -> String.valueOf(hit.photo().caption().title()))
        .toList();
  }

  private PhotoSearch archiveOf(String... titles) throws IOException {
    try (TestArchive archive = new TestArchive(folder)) {
      for (int i = 0; i < titles.length; i++) {
        archive.add(
            i + ".jpg", null, Camera.UNKNOWN, new Caption(titles[i], null, List.of()), 1, 0, 0, 0);
      }
      archive.commit();
    }
    return PhotoSearch.open(folder);
  }

  @Test
  void everyChineseWordIsFoundWithinASentence() throws IOException {
    String[] titles =
        List.of(CHINESE).stream().map(pair -> pair[0]).distinct().toArray(String[]::new);
    try (PhotoSearch search = archiveOf(titles)) {
      for (String[] pair : CHINESE) {
        assertThat(titles(search, pair[1])).as(pair[1]).contains(pair[0]);
      }
      assertThat(titles(search, "海边的日落")).first().isEqualTo("海边的日落");
      assertThat(titles(search, "山海")).as("characters that do not stand together").isEmpty();
    }
  }

  @Test
  void aSentenceFindsPhotosThatHoldSomeOfItsWords() throws IOException {
    try (PhotoSearch search = archiveOf("海边的小狗", "山上的日落", "的")) {
      assertThat(titles(search, "我们在海边看日落")).containsExactlyInAnyOrder("海边的小狗", "山上的日落");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Café de Flore, CAFE",
    "Cafe\u0301 de Flore, café",
    "cafe, CAFÉ",
    "Łódź, lodz",
    "Straße, strasse",
    "Ångström, angstrom",
    "ＡＢＣ １２３, abc 123",
    "Đà Nẵng, da nang",
    "Ελλάδα, ελλαδα",
    "Ёлка, елка",
    "İstanbul, istanbul",
    "don’t, don't",
    "ガンダム, ｶﾞﾝﾀﾞﾑ",
  })
  void lettersOfOneLookAreAlike(String title, String text) throws IOException {
    try (PhotoSearch search = archiveOf(title, "other")) {
      assertThat(titles(search, text)).containsExactly(title);
    }
  }
}

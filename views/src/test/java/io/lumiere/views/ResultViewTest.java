package io.lumiere.views;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.group.Group;
import io.lumiere.query.highlight.Highlight;
import io.lumiere.schema.Camera;
import io.lumiere.schema.Caption;
import io.lumiere.schema.ImageInfo;
import io.lumiere.schema.Photo;
import io.lumiere.schema.PhotoFile;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.search.FieldExistsQuery;
import org.assertj.core.util.Strings;
import org.junit.jupiter.api.Test;

/** What every printer of results asks of them. */
class ResultViewTest {
  private static final PhotoView PHOTO =
      new PhotoView(
          new Photo(
              "id 1",
              new PhotoFile("a/b.jpg", "00", 1, Instant.EPOCH),
              new ImageInfo(40, 30, 1, "jpeg"),
              null,
              Camera.UNKNOWN,
              null,
              Caption.NONE),
          Path.of("/photos/a/b.jpg"));

  private static HitView hit(boolean belowCut, String group) {
    return new HitView(
        1,
        0.5f,
        null,
        PHOTO,
        belowCut,
        null,
        Strings.isNullOrEmpty(group)
            ? null
            : new Group(group, group, 1, new FieldExistsQuery("id")),
        null,
        null);
  }

  private static ResultView result(List<HitView> hits) {
    return new ResultView(
        null, hits, 9, List.of(), null, null, null, List.of(), List.of(), Duration.ZERO);
  }

  /** A hit for each letter: {@code +} is a likely one, {@code -} one after these. */
  private static int likelyEnd(String hits) {
    return result(hits.chars().mapToObj(c -> hit(c == '-', "")).toList()).likelyEnd();
  }

  @Test
  void likelyMatchesEndOnceOrNowhere() {
    assertThat(likelyEnd("++--")).isEqualTo(2);
    assertThat(likelyEnd("--")).isZero();
    assertThat(likelyEnd("++")).isEqualTo(-1);
    assertThat(likelyEnd("+-+-")).isEqualTo(-1);
    assertThat(likelyEnd("")).isEqualTo(-1);
  }

  @Test
  void aGroupBeginsWhereAnotherEnds() {
    ResultView days =
        result(Arrays.stream("a a b b a".split(" ")).map(day -> hit(false, day)).toList());
    assertThat(IntStream.range(0, 5).filter(days::beginsGroup)).containsExactly(0, 2, 4);
    assertThat(result(List.of(hit(false, ""))).beginsGroup(0)).isFalse();
  }

  @Test
  void jsonHasWhatWasAskedForAndCountsCharacters() throws IOException {
    HitView plain = hit(false, "");
    assertThat(json(plain))
        .isEqualTo(
            """
            {"rank":1,"score":0.5,"path":"a/b.jpg","file":"/photos/a/b.jpg","taken":null,\
            "taken_source":null,"taken_confidence":null,"taken_guessed":false,"camera":null,\
            "width":40,"height":30,"id":"id 1"}\
            """);
    Highlight sunset = new Highlight("title", "😀 sunset", List.of(new Highlight.Range(3, 9)));
    HitView full =
        new HitView(2, 0.5f, 0.25f, PHOTO, true, List.of(sunset), null, List.of("id 2"), null);
    assertThat(json(full))
        .contains("\"similarity\":0.25", "\"below_cut\":true")
        .contains("\"highlights\":{\"title\":[{\"text\":\"😀 sunset\",\"ranges\":[[2,8]]}]}")
        .contains("\"alike\":{\"number\":1,\"ids\":[\"id 2\"]}");
  }

  private static String json(HitView hit) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      HitJson.write(json, hit);
      json.writeEndObject();
    }
    return text.toString();
  }
}

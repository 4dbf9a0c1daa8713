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
import io.lumiere.schema.Taken;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
          Photo.builder(
                  "id 1",
                  new PhotoFile("a/b.jpg", "00", 1, Instant.EPOCH),
                  new ImageInfo(40, 30, 1, "jpeg"))
              .build(),
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
        null, hits, 9, List.of(), null, null, null, List.of(), List.of(), null, Duration.ZERO);
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

  @Test
  void jsonHasWhatIsKnownOfThePhoto() throws IOException {
    Photo bare = PHOTO.photo();
    Photo known =
        Photo.builder(bare.id(), bare.file(), bare.image())
            .taken(new Taken(LocalDateTime.of(2021, 7, 4, 12, 0), ZoneOffset.ofHours(2), "exif"))
            .camera(Camera.builder().lens("50mm").iso(100).exposure(0.5).build())
            .caption(Caption.builder().keywords(List.of("sea", "old town")).build())
            .build();
    HitView hit =
        new HitView(
            1, 0.5f, null, new PhotoView(known, PHOTO.file()), false, null, null, null, null);
    assertThat(json(hit))
        .endsWith(
            """
            "id":"id 1","taken_instant":"2021-07-04T10:00:00Z","taken_offset":"+02:00",\
            "taken_offset_source":"stated","taken_precision":"time","lens":"50mm","iso":100,\
            "exposure":0.5,"keywords":["sea","old town"]}\
            """);
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

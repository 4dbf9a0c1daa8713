package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.ResultOrder;
import io.lumiere.query.group.Section;
import io.lumiere.query.hybrid.CutoffReport;
import io.lumiere.query.order.ResultRows;
import io.lumiere.query.order.Stacking;
import io.lumiere.query.spelling.Suggestion;
import io.lumiere.views.JsonFields;
import io.lumiere.views.PageJson;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON form of orders: rows as columns, sections, where likely matches end. */
final class GridJson {
  static final Schema.Members ROWS =
      Schema.object("Rows")
          .with("start", Schema.count(), "the place of the first, from 0")
          .with("count", Schema.count(), "how many there are: the length of each column")
          .with("ids", Schema.list(Schema.text()), "the photos' ids")
          .with("ratios", Schema.list(Schema.count()), "1000 times width by height")
          .with("colors", Schema.list(Schema.number()), "the average colour, 0xRRGGBB, or -1")
          .with(
              "taken",
              Schema.list(Schema.number().orNull()),
              "when, by the clock there, in milliseconds as if it were UTC")
          .with(
              "flags",
              Schema.list(Schema.count()),
              "1 film, 2 burst, 4 panorama, 8 date guessed, 16 screenshot, 32 raw, 64 below the"
                  + " cut")
          .with("hashes", Schema.list(Schema.text()), "12 letters of each content hash")
          .optional("scores", Schema.list(Schema.number()), "0 to 1, where photos are ranked")
          .optional("alike", Schema.list(Schema.count()), "near duplicates behind each");

  static final List<String> STACKINGS =
      Arrays.stream(Stacking.values()).map(GridJson::name).toList();

  static final Schema SECTIONS =
      Schema.list(
          Schema.object("Section")
              .with("key", Schema.text(), "what its photos have in common")
              .with("label", Schema.text(), "the same for people, in English")
              .with("start", Schema.count(), "the place of its first photo")
              .with("count", Schema.count(), "how many photos it has"));

  static final Schema CUT =
      Schema.object("Cut")
          .with(
              "outcome",
              Schema.oneOf(List.of("cut", "no_gap", "no_match", "ranks")),
              "what the automatic cut does or would do")
          .with("kept", Schema.count(), "how many it keeps")
          .with("dropped", Schema.count(), "how many it drops")
          .with("above", Schema.number().orNull(), "the least score that is kept")
          .with("below", Schema.number().orNull(), "the greatest score that is dropped")
          .with("sentence", Schema.text(), "the same in words")
          .optional("score", Schema.number().orNull(), "the least score that is likely or kept")
          .optional("scores", Schema.list(Schema.count()), "how many have a score in each fiftieth")
          .orNull();

  static final Schema SUGGESTIONS =
      Schema.list(
          Schema.object("Suggestion")
              .with("word", Schema.text(), "a word that no photo has")
              .with("suggestion", Schema.text(), "what was likely meant")
              .with("query", Schema.text(), "the query with it"));

  /** Adds what replies say where some of the photos could not be searched. */
  static Schema.Members withPartial(Schema.Members members) {
    return members.optional(
        "partial", Schema.text(), "why photos are missing, where some could not be searched");
  }

  private GridJson() {}

  /**
   * Writes what {@link #withPartial} adds.
   *
   * @param missing null where all photos were searched
   */
  static void writePartial(JsonGenerator json, @Nullable String missing) throws IOException {
    if (missing != null) {
      json.writeStringField("partial", missing);
    }
  }

  static String name(Stacking stacking) {
    return stacking.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Writes rows as columns.
   *
   * @param marksLikely whether rows say that they come after the likely matches
   */
  static void writeRows(JsonGenerator json, ResultRows rows, boolean marksLikely)
      throws IOException {
    json.writeNumberField("start", rows.start());
    json.writeNumberField("count", rows.count());
    JsonFields.texts(json, "ids", List.of(rows.ids()));
    writeNumbers(json, "ratios", rows.ratios());
    writeNumbers(json, "colors", rows.colors());
    writeTaken(json, rows.taken());
    int marks = marksLikely ? ~0 : ~ResultRows.BELOW_CUT;
    writeNumbers(json, "flags", Arrays.stream(rows.flags()).map(flags -> flags & marks).toArray());
    JsonFields.texts(json, "hashes", List.of(rows.hashes()));
    if (rows.scores() != null) {
      json.writeArrayFieldStart("scores");
      for (float score : rows.scores()) {
        json.writeNumber(score);
      }
      json.writeEndArray();
    }
    if (rows.alike() != null) {
      writeNumbers(json, "alike", rows.alike());
    }
  }

  private static void writeNumbers(JsonGenerator json, String name, int[] numbers)
      throws IOException {
    json.writeFieldName(name);
    json.writeArray(numbers, 0, numbers.length);
  }

  private static void writeTaken(JsonGenerator json, long[] taken) throws IOException {
    json.writeArrayFieldStart("taken");
    for (long millis : taken) {
      if (millis == ResultRows.UNDATED) {
        json.writeNull();
      } else {
        json.writeNumber(millis);
      }
    }
    json.writeEndArray();
  }

  static void writeSections(JsonGenerator json, List<Section> sections) throws IOException {
    JsonFields.objects(
        json,
        "sections",
        sections,
        (inner, section) -> {
          inner.writeStringField("key", section.key());
          inner.writeStringField("label", section.label());
          inner.writeNumberField("start", section.start());
          inner.writeNumberField("count", section.count());
        });
  }

  /** Where likely matches end, and how scores are spread; null where nothing ranks. */
  static void writeCut(JsonGenerator json, ResultOrder order, AskedSearch asked)
      throws IOException {
    CutoffReport report = order.cutoff() == null ? order.likelyReport() : order.cutoff();
    writeCut(json, report, asked, order.scoreCounts());
  }

  /**
   * As the other.
   *
   * @param scores how they are spread; null where that is not known
   */
  static void writeCut(
      JsonGenerator json, @Nullable CutoffReport report, AskedSearch asked, int @Nullable [] scores)
      throws IOException {
    if (report == null) {
      json.writeNullField("cut");
      return;
    }
    json.writeObjectFieldStart("cut");
    PageJson.writeCutoff(json, report);
    double least = asked.leastScore().orElse(asked.isCutByItself() ? report.least() : 0);
    if (least > 0 && Double.isFinite(least)) {
      json.writeNumberField("score", least);
    } else {
      json.writeNullField("score");
    }
    if (scores != null) {
      writeNumbers(json, "scores", scores);
    }
    json.writeEndObject();
  }

  static void writeSuggestions(JsonGenerator json, List<Suggestion> suggestions)
      throws IOException {
    JsonFields.objects(
        json,
        "suggestions",
        suggestions,
        (inner, suggestion) -> {
          inner.writeStringField("word", suggestion.word());
          inner.writeStringField("suggestion", suggestion.replacement());
          inner.writeStringField("query", suggestion.corrected());
        });
  }

  /** What a query was understood as, and what is to be known of that. */
  static void writeNotes(
      JsonGenerator json, AskedSearch asked, List<Suggestion> suggestions, List<String> notes)
      throws IOException {
    if (asked.parsed() == null) {
      JsonFields.objects(json, "understood", List.of(), (inner, none) -> {});
    } else {
      QueryProblems.writeUnderstood(json, asked.parsed());
    }
    writeSuggestions(json, suggestions);
    JsonFields.texts(json, "notes", notes);
  }
}

package io.lumiere.web.search;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.schema.Photo;
import io.lumiere.views.HitJson;
import io.lumiere.views.HitView;
import io.lumiere.views.JsonFields;
import io.lumiere.views.ResultView;
import io.lumiere.views.Views;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The JSON form of a page of hits. */
final class HitsJson {
  private static final int HASH_LENGTH = 12;

  static final Schema.Members HIT =
      Schema.object("Hit")
          .with("rank", Schema.count(), "its place, from 1")
          .with("score", Schema.number(), "0 to 1")
          .with("id", Schema.text(), "identifies the photo")
          .with("path", Schema.text(), "from the archive's root")
          .with("hash", Schema.text(), "12 letters of its content hash")
          .andMore();

  static final Schema.Members PAGE =
      GridJson.withPartial(
          Schema.object("SearchAnswer")
              .with("hits", Schema.list(HIT), "the page")
              .with("total", Schema.count(), "how many photos there are")
              .with("likely", Schema.count().orNull(), "how many of them are likely matches")
              .with("cut", GridJson.CUT, "where likely matches end")
              .with("next", Schema.text().orNull(), "what after takes to go on")
              .with("understood", QueryProblems.UNDERSTOOD, "what the parts of q mean")
              .with("suggestions", GridJson.SUGGESTIONS, "corrections of misspelt words")
              .with("notes", Schema.list(Schema.text()), "how q was read, where that may surprise")
              .with("took_ms", Schema.count(), "how long it took"));

  private HitsJson() {}

  /** The first letters of a photo's content hash, which its thumbnail's address has. */
  static String hash(Photo photo) {
    String hash = photo.file().contentHash();
    return hash.substring(0, Math.min(HASH_LENGTH, hash.length()));
  }

  /**
   * A page.
   *
   * @param explanations one for each hit; empty where they were not asked for
   * @param highlights whether hits say where their words match
   * @param alike whether hits say which near duplicates stand behind them
   */
  static Reply reply(
      AskedSearch asked,
      SearchResult result,
      List<PhotoExplanation> explanations,
      boolean highlights,
      boolean alike) {
    Views views = new Views(Path.of(asked.archive().metadata().archive()), highlights, alike);
    ResultView view = views.of(result, null, explanations);
    return Reply.json(json -> {
      JsonFields.objects(json, "hits", view.hits(), HitsJson::write);
      json.writeNumberField("total", result.total());
      if (result.likely() == null) {
        json.writeNullField("likely");
      } else {
        json.writeNumberField("likely", result.likely().kept());
      }
      GridJson.writeCut(
          json, result.cutoff() == null ? result.likely() : result.cutoff(), asked, null);
      json.writeStringField("next", result.next() == null ? null : result.next().toString());
      GridJson.writeNotes(json, asked, result.suggestions(), result.notes());
      GridJson.writePartial(json, result.missing());
      json.writeNumberField("took_ms", result.took().toMillis());
    });
  }

  private static void write(JsonGenerator json, HitView hit) throws IOException {
    HitJson.write(json, hit);
    json.writeStringField("hash", hash(hit.photo().photo()));
  }
}

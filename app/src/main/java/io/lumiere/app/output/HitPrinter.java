package io.lumiere.app.output;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.Hit;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints hits: a table for a person, one JSON object a line for a script. */
public final class HitPrinter {
  private static final String NONE_LIKELY = "No photo is a likely match. These come nearest:";
  private static final String LIKELY_END =
      "      --- the likely matches end here; those that follow are only a little like it";

  private final Console console;
  private final Path archive;
  private final boolean json;
  private final boolean highlights;
  private final boolean collapsed;

  /** A printer that shows hits as they are. */
  public HitPrinter(Console console, Path archive, boolean json) {
    this(console, archive, json, false, false);
  }

  /**
   * @param archive where the archive is, to print whole paths in JSON
   * @param highlights whether JSON says where what was sought stands
   * @param collapsed whether near duplicates are shown once
   */
  public HitPrinter(
      Console console, Path archive, boolean json, boolean highlights, boolean collapsed) {
    this.console = console;
    this.archive = archive;
    this.json = json;
    this.highlights = highlights;
    this.collapsed = collapsed;
  }

  /**
   * Prints a result.
   *
   * @param query the text that was searched for, where one run searches for many; null otherwise
   * @param explanations one for each hit; empty where none are to be shown
   */
  public void print(
      SearchResult result, @Nullable String query, List<PhotoExplanation> explanations) {
    List<Hit> hits = result.hits();
    if (json) {
      for (int i = 0; i < hits.size(); i++) {
        Hit hit = hits.get(i);
        PhotoExplanation explanation = explanations.isEmpty() ? null : explanations.get(i);
        JsonLine.print(console, line -> write(line, hit, query, explanation));
      }
      return;
    }
    if (query != null) {
      console.out().println(query);
    }
    if (result.total() == 0) {
      console.out().println("No photo matches.");
    }
    int end = likelyEnd(hits);
    for (int i = 0; i < hits.size(); i++) {
      if (i == end) {
        console.out().println(hits.get(i).rank() == 1 ? NONE_LIKELY : LIKELY_END);
      }
      HitGroups.printHead(console, hits.get(i), i == 0 ? null : hits.get(i - 1));
      printRow(hits.get(i));
      if (!explanations.isEmpty()) {
        // The first line says the rank and score, which stand in the row.
        explanations.get(i).inWords().stream()
            .skip(1)
            .forEach(line -> console.out().println("             " + line));
      }
    }
    if (hits.stream().anyMatch(HitPrinter::isGuessed)) {
      console.out().println("~ the file's time: nothing says when the photo was taken");
    }
  }

  private static boolean isGuessed(Hit hit) {
    return hit.photo().taken() != null && hit.photo().taken().isGuessed();
  }

  /** Where hits begin that are no likely matches; -1 where they are in another order, or none. */
  private static int likelyEnd(List<Hit> hits) {
    int end = 0;
    while (end < hits.size() && !hits.get(end).belowCut()) {
      end++;
    }
    boolean isOrdered = hits.subList(end, hits.size()).stream().allMatch(Hit::belowCut);
    return isOrdered && end < hits.size() ? end : -1;
  }

  private void printRow(Hit hit) {
    Photo photo = hit.photo();
    String taken = photo.taken() == null ? "" : photo.taken().known();
    String camera = photo.camera().name();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%4d  %5.3f  %-17s  %s%s%s%n",
            hit.rank(),
            hit.score(),
            taken,
            photo.file().path(),
            camera == null ? "" : "  (" + camera + ")",
            HitGroups.hidden(hit));
    HitHighlights.print(console, hit);
  }

  private void write(
      JsonGenerator line, Hit hit, @Nullable String query, @Nullable PhotoExplanation explanation)
      throws IOException {
    Photo photo = hit.photo();
    if (query != null) {
      line.writeStringField("query", query);
    }
    line.writeNumberField("rank", hit.rank());
    line.writeNumberField("score", hit.score());
    if (hit.similarity() != null) {
      line.writeNumberField("similarity", hit.similarity());
    }
    line.writeStringField("path", photo.file().path());
    line.writeStringField("file", archive.resolve(photo.file().path()).toString());
    line.writeStringField("taken", photo.taken() == null ? null : photo.taken().iso());
    line.writeStringField("taken_source", photo.taken() == null ? null : photo.taken().source());
    line.writeStringField(
        "taken_confidence", photo.taken() == null ? null : photo.taken().confidence().keyword());
    line.writeBooleanField("taken_guessed", photo.taken() != null && photo.taken().isGuessed());
    line.writeStringField("camera", photo.camera().name());
    if (photo.place() != null) {
      line.writeNumberField("latitude", photo.place().latitude());
      line.writeNumberField("longitude", photo.place().longitude());
    }
    line.writeNumberField("width", photo.image().width());
    line.writeNumberField("height", photo.image().height());
    line.writeStringField("id", photo.id());
    if (hit.belowCut()) {
      line.writeBooleanField("below_cut", true);
    }
    if (highlights) {
      HitHighlights.write(line, hit);
    }
    HitGroups.write(line, hit, collapsed);
    if (explanation != null) {
      ExplanationJson.writeHit(line, explanation);
    }
  }
}

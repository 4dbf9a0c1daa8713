package io.lumiere.app;

import com.fasterxml.jackson.core.JsonGenerator;
import io.lumiere.query.Hit;
import io.lumiere.query.SearchResult;
import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Photo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Prints hits: a table for a person, one JSON object a line for a script. */
final class HitPrinter {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final Console console;
  private final Path archive;
  private final boolean json;
  private final boolean explain;
  private final HighlightOption highlights;

  /** A printer that shows no highlights. */
  HitPrinter(Console console, Path archive, boolean json, boolean explain) {
    this(console, archive, json, explain, new HighlightOption());
  }

  /**
   * @param archive where the archive is, to print whole paths in JSON
   */
  HitPrinter(
      Console console, Path archive, boolean json, boolean explain, HighlightOption highlights) {
    this.console = console;
    this.archive = archive;
    this.json = json;
    this.explain = explain;
    this.highlights = highlights;
  }

  /**
   * Prints a result.
   *
   * @param query the text that was searched for, where one run searches for many; null otherwise
   */
  void print(SearchResult result, @Nullable String query) {
    if (json) {
      result.hits().forEach(hit -> JsonLine.print(console, line -> write(line, hit, query)));
      return;
    }
    if (query != null) {
      console.out().println(query);
    }
    if (result.total() == 0) {
      console.out().println("No photo matches.");
    }
    for (Hit hit : result.hits()) {
      printRow(hit);
    }
  }

  private void printRow(Hit hit) {
    Photo photo = hit.photo();
    String taken = photo.taken() == null ? "" : photo.taken().local().format(MINUTE);
    String camera = photo.camera().name();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%4d  %5.3f  %-16s  %s%s%n",
            hit.rank(),
            hit.score(),
            taken,
            photo.file().path(),
            camera == null ? "" : "  (" + camera + ")");
    highlights.print(console, hit);
    if (explain) {
      for (LegShare leg : hit.legs()) {
        console.out().println("             " + words(leg));
      }
    }
  }

  private static String words(LegShare leg) {
    String what = leg.leg().equals("vector") ? "what it shows" : "its words";
    return leg.rank() == 0
        ? what + ": no match"
        : String.format(
            Locale.ROOT,
            "%s: adds %.3f (rank %d, score %.3f)",
            what,
            leg.share(),
            leg.rank(),
            leg.score());
  }

  private void write(JsonGenerator line, Hit hit, @Nullable String query) throws IOException {
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
    line.writeStringField("camera", photo.camera().name());
    if (photo.place() != null) {
      line.writeNumberField("latitude", photo.place().latitude());
      line.writeNumberField("longitude", photo.place().longitude());
    }
    line.writeNumberField("width", photo.image().width());
    line.writeNumberField("height", photo.image().height());
    line.writeStringField("id", photo.id());
    highlights.write(line, hit);
    if (explain) {
      line.writeArrayFieldStart("explain");
      for (LegShare leg : hit.legs()) {
        line.writeStartObject();
        line.writeStringField("leg", leg.leg());
        line.writeNumberField("rank", leg.rank());
        line.writeNumberField("score", leg.score());
        line.writeNumberField("share", leg.share());
        line.writeEndObject();
      }
      line.writeEndArray();
    }
  }
}

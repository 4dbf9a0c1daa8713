package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.query.group.Group;
import io.lumiere.views.HitView;
import io.lumiere.views.PhotoView;
import io.lumiere.views.ResultView;
import java.util.List;
import java.util.Locale;

/** Prints hits as a table. */
final class HitText {
  private static final String NONE_LIKELY = "No photo is a likely match. These come nearest:";
  private static final String LIKELY_END =
      "      --- the likely matches end here; those that follow are only a little like it";

  /** What stands under a hit begins below its path. */
  private static final String INDENT = "             ";

  private final Console console;

  HitText(Console console) {
    this.console = console;
  }

  void print(ResultView result) {
    if (result.query() != null) {
      console.out().println(result.query());
    }
    if (result.total() == 0) {
      console.out().println("No photo matches.");
    }
    List<HitView> hits = result.hits();
    int likelyEnd = result.likelyEnd();
    for (int i = 0; i < hits.size(); i++) {
      HitView hit = hits.get(i);
      if (i == likelyEnd) {
        console.out().println(hit.rank() == 1 ? NONE_LIKELY : LIKELY_END);
      }
      Group group = hit.group();
      if (group != null && result.beginsGroup(i)) {
        console.out().println(group.label() + ", " + Plural.of(group.photos(), "photo"));
      }
      printRow(hit);
      printMore(hit);
    }
    if (hits.stream().anyMatch(hit -> hit.photo().isGuessed())) {
      console.out().println("~ the file's time: nothing says when the photo was taken");
    }
  }

  private void printRow(HitView hit) {
    PhotoView photo = hit.photo();
    console
        .out()
        .printf(
            Locale.ROOT,
            "%4d  %5.3f  %-17s  %s%s%s%n",
            hit.rank(),
            hit.score(),
            photo.taken(),
            photo.photo().file().path(),
            photo.camera() == null ? "" : "  (" + photo.camera() + ")",
            hit.alike() == null || hit.alike().isEmpty()
                ? ""
                : "  (+" + hit.alike().size() + " like it)");
  }

  private void printMore(HitView hit) {
    if (hit.highlights() != null) {
      new HighlightText(console).print(hit.highlights(), INDENT);
    }
    if (hit.explanation() != null) {
      // The first line says the rank and score, which stand in the row.
      hit.explanation().inWords().stream()
          .skip(1)
          .forEach(line -> console.out().println(INDENT + line));
    }
  }
}

package io.lumiere.app.output;

import io.lumiere.base.Plural;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.FacetValue;
import io.lumiere.query.facet.Histogram;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.views.ResultView;
import java.io.PrintStream;
import java.util.Locale;

/** Prints counts of all hits as tables. */
final class CountsText {
  private static final int BAR = 40;

  private final Console console;

  CountsText(Console console) {
    this.console = console;
  }

  /** Prints how many hits there are, by each facet and over time. */
  void print(ResultView result) {
    PrintStream out = console.out();
    if (!result.hits().isEmpty()) {
      out.println();
    }
    out.println(Plural.of(result.total(), "photo"));
    for (FacetCounts counts : result.facets()) {
      out.println();
      out.println("By " + counts.facet().name());
      print(counts, "");
    }
    Histogram histogram = result.histogram();
    if (histogram != null) {
      out.println();
      out.println("By " + histogram.unit().name().toLowerCase(Locale.ROOT) + " of taking");
      print(histogram);
    }
  }

  private void print(FacetCounts counts, String indent) {
    int widest =
        counts.values().stream()
            .mapToInt(value -> PrintedText.of(value.label()).length())
            .max()
            .orElse(0);
    for (FacetValue value : counts.values()) {
      String text = value.text() == null ? "" : value.text();
      String label = PrintedText.of(value.label());
      String gap = " ".repeat(widest - label.length());
      row(value.count(), indent + label + (text.isEmpty() ? "" : gap + "  " + text));
      FacetCounts within = value.within();
      if (within != null && !within.values().isEmpty()) {
        print(within, indent + "  ");
      }
    }
    int hidden = counts.distinct() - counts.values().size();
    if (hidden > 0) {
      row(counts.other(), indent + "(" + hidden + " more)");
    }
    if (counts.missing() > 0) {
      row(counts.missing(), indent + "(not known)");
    }
  }

  private void print(Histogram histogram) {
    int highest = histogram.buckets().stream().mapToInt(Histogram.Bucket::count).max().orElse(1);
    for (Histogram.Bucket bucket : histogram.buckets()) {
      // Even one photo shows.
      int length = (int) Math.ceilDiv((long) bucket.count() * BAR, Math.max(1, highest));
      row(bucket.count(), (bucket.label() + "  " + "#".repeat(length)).stripTrailing());
    }
    if (histogram.imprecise() > 0) {
      row(
          histogram.imprecise(),
          histogram.unit() == HistogramUnit.DAY
              ? "(only the month or year is known)"
              : "(only the year is known)");
    }
    if (histogram.guessed() > 0) {
      row(histogram.guessed(), "(only the file's time is known; --guessed-dates counts it)");
    }
    if (histogram.undated() > 0) {
      row(histogram.undated(), "(no date)");
    }
  }

  private void row(long count, String text) {
    console.out().printf(Locale.ROOT, "%8d  %s%n", count, text);
  }
}

package io.lumiere.app.option;

import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.group.GroupBy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that group hits, show near duplicates once and mix them. Not thread-safe. */
public final class GroupOptions {
  /** What the options without a number stand for in their fields. */
  private static final String USUAL = "usual";

  private static final double USUAL_LAMBDA = 0.7;

  @Option(
      names = "--group",
      paramLabel = "BY",
      description = {
        "Group the photos found by day, month or year of taking, by burst or by place, in the order"
            + " of each group's best; --limit says how many groups then.",
        "With --json each hit has a \"group\" {\"key\", \"label\", \"photos\"}."
      })
  @Nullable GroupBy group;

  @Option(
      names = "--per-group",
      paramLabel = "N",
      description = "Show the first N photos of each group. Default: 3")
  @Nullable Integer perGroup;

  @Option(
      names = "--collapse",
      paramLabel = "COSINE",
      arity = "0..1",
      fallbackValue = USUAL,
      preprocessor = OnlyAfterEquals.class,
      description = {
        "Show near duplicates once: copies, photos of one burst, and photos that look alike. In"
            + " groups they are looked for within each.",
        "--collapse=0.9 says from which cosine of their vectors, 0 to 1, photos look alike; without"
            + " it that depends on the model. With --json each hit has \"alike\" {\"number\","
            + " \"ids\"} of the photos that stand behind it."
      })
  @Nullable String collapse;

  @Option(
      names = "--diversify",
      paramLabel = "LAMBDA",
      arity = "0..1",
      fallbackValue = USUAL,
      preprocessor = OnlyAfterEquals.class,
      description =
          "Put photos unlike those before them earlier. --diversify=0.5 says how much the score"
              + " counts, from 1, which changes nothing, to 0. Without LAMBDA: "
              + USUAL_LAMBDA)
  @Nullable String diversify;

  /** Whether near duplicates are shown once. */
  public boolean collapses() {
    return collapse != null;
  }

  public void addTo(SearchRequestBuilder request) {
    if (group == null && perGroup != null) {
      throw new IllegalArgumentException(
          "--per-group " + perGroup + " needs --group day, month, year, burst or place");
    }
    if (group != null) {
      request.group(group, perGroup == null ? 3 : perGroup);
    }
    if (collapse != null) {
      if (collapse.equals(USUAL)) {
        request.collapse();
      } else {
        request.collapse((float) number("--collapse", collapse));
      }
    }
    if (diversify != null) {
      request.diversify(diversify.equals(USUAL) ? USUAL_LAMBDA : number("--diversify", diversify));
    }
  }

  private static double number(String option, String text) {
    try {
      double value = Double.parseDouble(text);
      // Negated, so that NaN fails too.
      if (!(value >= 0 && value <= 1)) {
        throw new IllegalArgumentException(option + "=" + text + " is not in 0..1");
      }
      return value;
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          option + "=" + text + " is not a number: write one from 0 to 1, or " + option + " alone",
          e);
    }
  }
}

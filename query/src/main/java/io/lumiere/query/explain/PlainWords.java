package io.lumiere.query.explain;

import io.lumiere.query.hybrid.LegShare;
import io.lumiere.schema.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says scores in plain words. Thread-safe. */
public final class PlainWords {
  /** How the legs of a {@link io.lumiere.query.SearchRequest} are called. */
  private static final String VECTOR = "vector";

  private static final String WORDS = "words";
  private static final String NAME = "name";

  private static final Map<String, String> FIELDS =
      Map.of(
          Fields.KEYWORDS, "keywords hold",
          Fields.FILENAME, "file's name holds",
          Fields.FOLDERS, "folders' names hold",
          Fields.PLACE, "place holds",
          Fields.PEOPLE, "names of people in it hold",
          Fields.CREATOR, "creator's name holds");

  private PlainWords() {}

  static List<String> lines(
      PhotoOutcome outcome,
      int rank,
      float score,
      List<String> reasons,
      List<LegShare> legs,
      List<WordShare> words) {
    List<String> lines = new ArrayList<>();
    lines.add(first(outcome, rank, score));
    lines.addAll(reasons);
    for (LegShare leg : legs) {
      lines.add(leg(leg, words));
    }
    return lines;
  }

  private static String first(PhotoOutcome outcome, int rank, float score) {
    return switch (outcome) {
      case HIT -> String.format(Locale.ROOT, "it is hit %,d, with a score of %.3f", rank, score);
      case FILTERED -> "it is no hit: a filter leaves it out";
      case BELOW_MIN_SCORE ->
          String.format(Locale.ROOT, "it is no hit: its score would be %.3f", score);
      case CUT_OFF ->
          String.format(
              Locale.ROOT, "it is no hit: its score of %.3f is below the automatic cut-off", score);
      case OUTSIDE_WINDOW -> "it is no hit: too many others come before it";
      case NO_MATCH -> "it is no hit: nothing in it matches";
      case FAILED -> "it is no hit: its file could not be read when it was to be indexed";
      case NOT_IN_INDEX -> "it is no hit: the index does not hold it";
    };
  }

  /**
   * What a leg says of a photo, such as {@code its words: title holds 'harbour', which counts for
   * 0.9; rank 1 of 4; adds 0.81}.
   *
   * @param words which words of the search the photo's words hold
   */
  public static String leg(LegShare leg, List<WordShare> words) {
    return switch (leg.leg()) {
      case VECTOR -> shows(leg);
      case WORDS -> itsWords(leg, words);
      case NAME ->
          isFound(leg)
              ? "its file's name is what was searched for: " + place(leg)
              : "its file's name: another";
      default ->
          leg.leg()
              + ": "
              + (isFound(leg)
                  ? String.format(Locale.ROOT, "score %.3f, ", leg.score()) + place(leg)
                  : "no match");
    };
  }

  private static String shows(LegShare leg) {
    return isFound(leg)
        ? String.format(
            Locale.ROOT,
            "what it shows: cosine %.3f to what was searched for, a chance of %.2f on the model's"
                + " scale, %s",
            leg.score(),
            leg.chance(),
            place(leg))
        : "what it shows: "
            + (leg.found() == 0
                ? "no match"
                : String.format(Locale.ROOT, "not among the %,d nearest", leg.found()));
  }

  private static String itsWords(LegShare leg, List<WordShare> words) {
    if (!isFound(leg)) {
      return words.isEmpty()
          ? "its words: none of the search's words"
          : "its words: " + said(words) + ", but they count for nothing: " + whyNot(leg);
    }
    return "its words: " + (words.isEmpty() ? "" : said(words) + "; ") + place(leg);
  }

  private static String whyNot(LegShare leg) {
    String unwanted = "others of its words are not wanted";
    return leg.found() == 0
        ? unwanted
        : String.format(
            Locale.ROOT, "%s, or those of %,d other photos count for more", unwanted, leg.found());
  }

  private static String said(List<WordShare> words) {
    return words.stream()
        .map(word ->
            String.format(
                Locale.ROOT,
                "%s %s'%s', which counts for %.2f",
                FIELDS.getOrDefault(word.field(), word.field() + " holds"),
                word.isStem() ? "a word of the same stem as " : "",
                word.word(),
                word.counts()))
        .collect(Collectors.joining(", "));
  }

  private static boolean isFound(LegShare leg) {
    return leg.rank() > 0;
  }

  private static String place(LegShare leg) {
    // Where more score the same than there is room for, one outside has the rank of those inside.
    boolean isOutside = leg.rank() > leg.found() || (leg.share() == 0 && leg.chance() > 0);
    return isOutside
        ? String.format(
            Locale.ROOT, "rank %,d, outside of the %,d that are looked at", leg.rank(), leg.found())
        : String.format(
            Locale.ROOT, "rank %,d of %,d; adds %.3f", leg.rank(), leg.found(), leg.share());
  }
}

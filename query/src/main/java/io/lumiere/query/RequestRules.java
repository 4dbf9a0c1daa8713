package io.lumiere.query;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks which parts of a search exclude each other. Callers name the parts in its messages as
 * their users know them, for example by command-line options. Thread-safe.
 */
public final class RequestRules {
  /** A name of a part in a message. */
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");

  private static final List<Rule> RULES =
      List.of(
          new Rule(Part.SHEET, "{SHEET} shows one search: leave out {TEXTS}", Part.TEXTS),
          new Rule(
              Part.TEXTS, "{TEXTS} brings the texts to search for: leave out {TEXT}", Part.TEXT),
          new Rule(
              Part.EXPLAIN_PHOTO,
              "{EXPLAIN_PHOTO} explains one search of photos: leave out {TEXTS} and {CAPTIONS}",
              Part.TEXTS,
              Part.CAPTIONS),
          new Rule(
              Part.CAPTIONS,
              "{CAPTIONS} compares texts: leave out {IMAGE}, {ADD}, {NOT}, {LIKE}, {UNLIKE},"
                  + " {EXPLAIN}, {HIGHLIGHT}, {FACETS}, {HISTOGRAM}, {GROUP}, {COLLAPSE},"
                  + " {DIVERSIFY} and {SORT}",
              Part.IMAGE,
              Part.SORT,
              Part.ADD,
              Part.NOT,
              Part.LIKE,
              Part.UNLIKE,
              Part.EXPLAIN,
              Part.HIGHLIGHT,
              Part.FACETS,
              Part.HISTOGRAM,
              Part.GROUP,
              Part.PER_GROUP,
              Part.COLLAPSE,
              Part.DIVERSIFY),
          new Rule(Part.AFTER, "{AFTER} goes on with one search: leave out {TEXTS}", Part.TEXTS),
          new Rule(
              Part.CAPTIONS,
              "{CAPTIONS} has one page: leave out {CUTOFF}, {AFTER} and {PAGE_TOKEN}",
              Part.CUTOFF,
              Part.AFTER,
              Part.PAGE_TOKEN),
          new Rule(Part.CAPTIONS, "{CAPTIONS} takes a text to compare with", Part.NO_TEXT),
          new Rule(Part.YEAR, "{YEAR} and {FROM} or {TO} exclude each other", Part.FROM, Part.TO),
          new Rule(
              Part.DIVERSIFY,
              "a diverse order needs scores: search for a text, a picture or a photo, or leave out"
                  + " {DIVERSIFY}",
              Part.NO_SCORES),
          new Rule(
              Part.DIVERSIFY,
              "a diverse order is one by relevance: leave out {SORT}, or leave out {DIVERSIFY}",
              Part.SORT),
          new Rule(
              Part.DIVERSIFY,
              "groups show different photos by themselves: leave out {GROUP} or {DIVERSIFY}",
              Part.GROUP),
          new Rule(
              Part.NOT,
              "{NOT} needs something that is searched for: a text or a picture",
              Part.NOTHING_SOUGHT));

  private RequestRules() {}

  /** What a search may be asked for. */
  public enum Part {
    /** A text to search for. */
    TEXT,
    /** No text at all. */
    NO_TEXT,
    /** Several texts, each a search of its own. */
    TEXTS,
    IMAGE,
    /** A text or a picture that is added with a weight. */
    ADD,
    NOT,
    LIKE,
    UNLIKE,
    /** What people wrote is compared with the text, not photos. */
    CAPTIONS,
    YEAR,
    FROM,
    TO,
    /** An order other than by relevance. */
    SORT,
    CUTOFF,
    AFTER,
    /** Asking for the token of the next page. */
    PAGE_TOKEN,
    FACETS,
    HISTOGRAM,
    HIGHLIGHT,
    GROUP,
    /** How many hits of each group are shown. */
    PER_GROUP,
    COLLAPSE,
    DIVERSIFY,
    EXPLAIN,
    EXPLAIN_PHOTO,
    /** A contact sheet. */
    SHEET,
    /** Nothing gives photos scores: there are only filters. */
    NO_SCORES,
    /** Nothing is searched for by what photos show or by their words. */
    NOTHING_SOUGHT;

    /** The part in plain words. */
    public String plainName() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /**
   * Two kinds of parts that do not go together.
   *
   * @param part given together with any of {@code others}
   * @param message with names of parts in braces
   */
  private record Rule(Part part, String message, Set<Part> others) {
    Rule(Part part, String message, Part first, Part... more) {
      this(part, message, EnumSet.of(first, more));
    }

    boolean isBrokenBy(Set<Part> given) {
      return given.contains(part) && others.stream().anyMatch(given::contains);
    }

    String message(Function<Part, String> names) {
      Function<MatchResult, String> name =
          match -> Matcher.quoteReplacement(names.apply(Part.valueOf(match.group(1))));
      return PART.matcher(message).replaceAll(name);
    }
  }

  /**
   * What is wrong with this combination of parts; empty where nothing is.
   *
   * @param names what to call a part
   */
  public static Optional<String> mistake(Set<Part> given, Function<Part, String> names) {
    return RULES.stream()
        .filter(rule -> rule.isBrokenBy(given))
        .findFirst()
        .map(rule -> rule.message(names));
  }

  /**
   * Refuses parts that do not go together.
   *
   * @param names what to call a part
   * @throws IllegalArgumentException if something is wrong with them
   */
  public static void check(Set<Part> given, Function<Part, String> names) {
    mistake(given, names)
        .ifPresent(message -> {
          throw new IllegalArgumentException(message);
        });
  }

  /** Refuses a request whose parts do not go together. */
  static void check(SearchRequest request) {
    Set<Part> given = EnumSet.noneOf(Part.class);
    add(given, Part.NO_SCORES, !request.isRanked());
    add(given, Part.NOTHING_SOUGHT, !request.target().isAnything());
    add(given, Part.NOT, request.target().movesAway());
    add(given, Part.SORT, request.order() != SearchRequest.Sort.RELEVANCE);
    add(given, Part.GROUP, request.view().arrangement().groupBy() != null);
    add(given, Part.DIVERSIFY, request.view().arrangement().lambda() != null);
    check(
        given,
        part ->
            switch (part) {
              case NOT -> "'not'";
              case SORT -> "sort " + request.order();
              default -> part.plainName();
            });
  }

  private static void add(Set<Part> parts, Part part, boolean isGiven) {
    if (isGiven) {
      parts.add(part);
    }
  }
}

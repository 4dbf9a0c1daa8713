package io.lumiere.web.search;

import io.lumiere.query.SearchRequest;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The parameters that say what is searched for; {@link AskedSearch} gives them their meaning. */
final class SearchParameters {
  /** Texts, photos and pictures that are added or taken away. */
  static final int MOST_TERMS = 50;

  static final int MOST_FACET_VALUES = 100;

  /** The names of the facets that photos can be narrowed to. */
  static final List<String> FACETS = QueryFields.facets().stream().map(Facet::name).toList();

  static final String AUTO = "auto";
  static final String NONE = "none";

  static final List<String> SORTS =
      Arrays.stream(SearchRequest.Sort.values())
          .map(sort -> sort.name().toLowerCase(Locale.ROOT))
          .toList();

  static final List<String> GROUPS =
      Stream.concat(
              Stream.of(NONE),
              Arrays.stream(SectionBy.values()).map(by -> by.name().toLowerCase(Locale.ROOT)))
          .toList();

  static final List<Parameter> ALL =
      List.of(
          Archives.PARAMETER,
          Parameter.text("model", "One of the index's models; without it, the archive's own."),
          Parameter.text("q", "What is searched for, in the query language."),
          Parameter.flag("plain", "Nothing in q is syntax."),
          Parameter.text("image", "A picture that was sent, as ID or ID=WEIGHT.").repeatable(20),
          Parameter.text("like", "A photo or picture to be like, as ID or ID=WEIGHT.")
              .repeatable(MOST_TERMS),
          Parameter.text("unlike", "A photo or picture to be unlike, as ID or ID=WEIGHT.")
              .repeatable(MOST_TERMS),
          Parameter.filled("add", "A text that is added, as TEXT or TEXT=WEIGHT, -3 to 3.")
              .repeatable(MOST_TERMS),
          Parameter.filled("not", "A text to move away from, as TEXT or TEXT=WEIGHT.")
              .repeatable(MOST_TERMS),
          Parameter.form(
                  "facet",
                  "^(" + String.join("|", FACETS) + "):[^\\u0000]*$",
                  "NAME:QUERY with one of the names " + String.join(", ", FACETS),
                  "A value of a facet, as NAME:QUERY with the query of /facets. Values of one facet"
                      + " are alternatives.")
              .repeatable(MOST_FACET_VALUES),
          Parameter.day("from", "The first day of taking."),
          Parameter.day("to", "The last day of taking."),
          Parameter.flag(
              "dated",
              "With from or to: without photos whose date is only the time of their file, as"
                  + " /timeline counts them."),
          PlaceParameters.NEAR,
          PlaceParameters.BOX,
          Parameter.oneOf("sort", SORTS, "The order of photos."),
          Parameter.integer("seed", 0, 1L << 53, "Which of the random orders.").orElse("0"),
          Parameter.oneOf("group", GROUPS, "What photos that stand together are grouped by."),
          Parameter.flag("collapse", "Near duplicates are stacked."),
          Parameter.form(
                  "cut",
                  "^(auto|none|0(\\.[0-9]{0,15})?|1(\\.0{0,15})?)$",
                  "auto, none, or a score from 0 to 1",
                  "Where hits end: auto, none, or a score from 0 to 1.")
              .orElse(AUTO),
          Parameter.text("list", "Only photos of this saved list."),
          Parameter.text("selection", "Only photos of this selection."));

  private SearchParameters() {}
}

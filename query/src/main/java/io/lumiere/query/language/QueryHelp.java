package io.lumiere.query.language;

import io.lumiere.query.language.fields.QueryField;
import io.lumiere.query.language.fields.QueryFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The help page of the language. */
final class QueryHelp {
  private static final List<String> FORMS =
      List.of(
          "sunset beach            ranks by what photos show and by their words",
          "\"golden gate\"           these words in a row must be in the photo's words",
          "IMG_1234.JPG            a file's name, with folders before it or without, comes first;"
              + " name:IMG_1234.JPG or",
          "                        \"IMG_1234.JPG\" keeps that name alone",
          "beaches                 words of the same stem are found, too, behind that word: beach;"
              + " quotes and = are exact",
          "photo*  lissabon~       words that begin so; words spelt nearly so",
          "-people                 moves away from it; -\"people\" leaves out photos with that"
              + " word",
          "cat OR dog, (a b) OR c  either; OR joins its two neighbours",
          "field:value             keeps photos; -field:value leaves them out",
          "iso:>800 f:<=2.8 focal:24..35 rating:4.. type:heic,png",
          "                        comparisons, ranges, lists of alternatives",
          "keyword=\"red car\"       the whole value, as it is written: of");

  private static final List<String> LIKENESS_AND_DATES =
      List.of(
          "similar:trips/lake.jpg  ranks by likeness to a photo of the index, or to any picture's"
              + " file; -similar: moves away; several count by their mean",
          "",
          "Dates: 2021, 2021-07, 2021-07-04, june 2021, 4 July 2021, summer 2021, christmas 2020,",
          "  1990s, today, yesterday, this year, last week, last june, last 30 days, 3 days ago;",
          "  june, winter, weekend, friday are of any year or week. Weeks begin on Monday.",
          "",
          "Fields:");

  /** Where meanings begin. */
  private static final int COLUMN = 24;

  private QueryHelp() {}

  static List<String> lines(QueryFields fields) {
    List<String> lines = new ArrayList<>(FORMS);
    lines.add(
        fields.all().stream()
            .filter(QueryField::isExact)
            .map(QueryField::name)
            .collect(Collectors.joining(", ", " ".repeat(COLUMN), "")));
    lines.addAll(LIKENESS_AND_DATES);
    for (QueryField field : fields.all()) {
      String aliases =
          field.aliases().isEmpty() ? "" : " (also " + String.join(", ", field.aliases()) + ")";
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-24s %s%s",
              field.name() + ":" + field.example(),
              field.help(),
              aliases));
    }
    return lines;
  }
}

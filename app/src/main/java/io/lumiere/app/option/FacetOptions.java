package io.lumiere.app.option;

import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.language.fields.QueryFields;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that count all hits. Not thread-safe. */
public final class FacetOptions {
  private static final String ALL = "all";

  @Option(
      names = "--facets",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description = {
        "Count all hits by these, not only those shown: ${COMPLETION-CANDIDATES} (of the vectors);"
            + " or all.",
        "Each value is printed with what narrows a search to it. With --json one more object is"
            + " the last line: {\"total\": N, \"facets\": {NAME: {\"values\": [{\"value\","
            + " \"count\", \"query\", \"within\"}], \"distinct\", \"other\", \"missing\"}},"
            + " \"histogram\": {\"unit\", \"buckets\": [{\"from\", \"to\", \"label\", \"count\","
            + " \"query\"}], \"imprecise\", \"guessed\", \"undated\"}}."
      })
  List<String> facets = List.of();

  @Option(
      names = "--facet-limit",
      paramLabel = "N",
      description = "Show the N commonest values of each. Default: ${DEFAULT-VALUE}")
  int limit = FacetSearch.DEFAULT_LIMIT;

  @Option(
      names = "--histogram",
      paramLabel = "UNIT",
      arity = "0..1",
      fallbackValue = "AUTO",
      preprocessor = OnlyAfterEquals.class,
      description =
          "Count all hits by year, month or day of taking: --histogram=month. Without UNIT the"
              + " shortest that needs at most 60 lines.")
  @Nullable HistogramUnit histogram;

  @Option(
      names = "--guessed-dates",
      description =
          "Let years, months and the histogram count photos of which only the file's time is"
              + " known; otherwise these count as not known.")
  boolean guessedDates;

  /** Whether anything is counted. */
  public boolean isGiven() {
    return !facets.isEmpty() || histogram != null;
  }

  public void addTo(SearchRequestBuilder request) {
    for (String name : facets) {
      List<Facet> named =
          name.equalsIgnoreCase(ALL) ? QueryFields.facets() : List.of(facet(name.strip()));
      request.facets(named.toArray(Facet[]::new));
    }
    request.counted(counted -> counted.limit(limit).guesses(guessedDates));
    if (histogram != null) {
      request.histogram(histogram);
    }
  }

  /** The names of all facets, for the help. */
  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return QueryFields.facets().stream().map(Facet::name).iterator();
    }
  }

  private static Facet facet(String name) {
    return QueryFields.facets().stream()
        .filter(facet -> facet.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--facets: there is no facet '"
                    + name
                    + "': name one of "
                    + QueryFields.facets().stream()
                        .map(Facet::name)
                        .collect(Collectors.joining(", "))
                    + ", or "
                    + ALL));
  }
}

package io.lumiere.web.search;

import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.group.SectionBy;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.QuerySyntaxException;
import io.lumiere.web.archives.OpenArchive;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.HttpProblem;
import io.lumiere.web.http.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a search ask for, of one archive. Whatever is wrong with them is a problem
 * of status 400 that names the parameter. Immutable; made by {@link Searches}.
 */
public final class AskedSearch {
  private final OpenArchive archive;
  private final Arguments arguments;
  private final @Nullable ParsedQuery parsed;
  private final RequestParts parts;
  private final String identity;
  private final String listState;

  AskedSearch(
      OpenArchive archive,
      Arguments arguments,
      @Nullable ParsedQuery parsed,
      RequestParts parts,
      String listState) {
    this.archive = archive;
    this.arguments = arguments;
    this.parsed = parsed;
    this.parts = parts;
    this.identity = parts.identity();
    this.listState = listState;
    orBadRequest(() -> request().build());
  }

  /** The archive that is searched. */
  public OpenArchive archive() {
    return archive;
  }

  /** A new request with all that was asked for. */
  public SearchRequestBuilder request() {
    return requestOf(true);
  }

  /** The same without the first and last day: for counts over time, which a brush narrows. */
  SearchRequestBuilder requestOfAllDays() {
    return requestOf(false);
  }

  /** The query as it was read; null where there is none, or nothing in it is syntax. */
  @Nullable ParsedQuery parsed() {
    return parsed;
  }

  /** What tells this search from others of its archive and model, orders and cuts included. */
  String identity() {
    return identity;
  }

  /** What the list has that photos are narrowed to; empty where they are not. */
  String listState() {
    return listState;
  }

  /** What photos that stand together are grouped by: months where they stand in time. */
  Optional<SectionBy> sections(SearchRequest.Sort sort) {
    Optional<String> group = arguments.text("group");
    if (group.isEmpty()) {
      boolean inTime = sort == SearchRequest.Sort.NEWEST || sort == SearchRequest.Sort.OLDEST;
      return inTime ? Optional.of(SectionBy.MONTH) : Optional.empty();
    }
    return group
        .filter(by -> !by.equals(SearchParameters.NONE))
        .map(by -> SectionBy.valueOf(by.toUpperCase(Locale.ROOT)));
  }

  /** The least score that was asked for; empty where the cut is automatic or none. */
  OptionalDouble leastScore() {
    String cut = arguments.text("cut").orElse(SearchParameters.AUTO);
    return cut.equals(SearchParameters.AUTO) || cut.equals(SearchParameters.NONE)
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(cut));
  }

  /** Whether hits are cut off where they get poor. */
  boolean isCutByItself() {
    return arguments.text("cut").orElse(SearchParameters.AUTO).equals(SearchParameters.AUTO);
  }

  /** Whether near duplicates are stacked. */
  boolean isStacked() {
    return arguments.flag("collapse");
  }

  /** The values of a facet that hits are narrowed to, as they were given. */
  Set<String> chosen(String facet) {
    return parts.chosen(facet);
  }

  private SearchRequestBuilder requestOf(boolean withDays) {
    SearchRequestBuilder request = SearchRequest.builder().likely(true);
    parts.addTo(request);
    if (withDays) {
      arguments.day("from").ifPresent(request::from);
      arguments.day("to").ifPresent(request::to);
      if (arguments.flag("dated") && (arguments.has("from") || arguments.has("to"))) {
        request.filter(PhotoFilter.dated());
      }
    }
    arguments
        .text("sort")
        .ifPresent(sort -> request.sort(SearchRequest.Sort.valueOf(sort.toUpperCase(Locale.ROOT))));
    request.seed(arguments.integer("seed").orElse(0));
    if (isStacked()) {
      request.collapse();
    }
    leastScore().ifPresent(score -> request.minScore((float) score));
    if (leastScore().isEmpty() && !isCutByItself()) {
      request.cutoff(Cutoff.none());
    }
    return request;
  }

  /** Does what may refuse parameters by an exception of another kind. */
  static <T> T orBadRequest(Supplier<T> work) {
    try {
      return work.get();
    } catch (QuerySyntaxException e) {
      throw QueryProblems.of(e.problems());
    } catch (IllegalArgumentException e) {
      throw HttpProblem.badRequest(
          Objects.requireNonNullElse(e.getMessage(), "the search is wrong"));
    }
  }

  /** The parameters, with those of an endpoint of its own. */
  static List<Parameter> parametersAnd(Parameter... more) {
    List<Parameter> all = new ArrayList<>(SearchParameters.ALL);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}

package io.lumiere.web.search;

import io.lumiere.query.PageToken;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.completion.Completion;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetCounts;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.fields.QueryFields;
import io.lumiere.views.CountsJson;
import io.lumiere.views.JsonFields;
import io.lumiere.web.archives.Archives;
import io.lumiere.web.http.ApiModule;
import io.lumiere.web.http.Arguments;
import io.lumiere.web.http.Call;
import io.lumiere.web.http.Parameter;
import io.lumiere.web.http.Reply;
import io.lumiere.web.http.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Hits a page at a time, counts of them, and what to write next. Thread-safe. */
public final class SearchApi implements ApiModule {
  private static final int MOST_HITS = 200;
  private static final int MOST_VALUES = 200;

  private static final Map<String, Facet> FACETS = new TreeMap<>();

  static {
    QueryFields.facets().forEach(facet -> FACETS.put(facet.name(), facet));
  }

  /** One of them, as a regular expression. */
  private static final String NAMED = "(" + String.join("|", FACETS.keySet()) + ")";

  private static final List<String> UNITS = List.of("auto", "day", "month", "year");

  private final Searches searches;

  public SearchApi(Searches searches) {
    this.searches = searches;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/search", "search")
            .summary("Photos of a search with all that is known of each, a page at a time.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.integer("limit", 0, MOST_HITS, "How many.").orElse("50"))
            .parameter(Parameter.text("after", "The next of the page before."))
            .parameter(Parameter.flag("highlight", "Each hit says where its words match."))
            .parameter(Parameter.flag("explain", "Each hit says what gave it its score."))
            .reply(HitsJson.PAGE)
            .link("/hits/0/id", "id", "photo", "similar", "why", "labelPhoto", "gridPosition")
            .link("/hits/0/id", "id", "photoThumbnail", "photoOriginal", "photoFilm")
            .to(this::search),
        Route.get("/facets", "facets")
            .summary(
                "Photos of a search counted by their values; what is chosen of a facet does not"
                    + " narrow its own counts.")
            .parameters(Searches.PARAMETERS)
            .parameter(
                Parameter.form(
                    "names",
                    "^ *" + NAMED + " *(, *" + NAMED + " *){0,49}$",
                    "facets with commas between them: there are "
                        + String.join(", ", FACETS.keySet()),
                    "Facets, separated by commas; without it, all of them."))
            .parameter(
                Parameter.integer("limit", 1, MOST_VALUES, "How many values of each.").orElse("10"))
            .parameter(Parameter.text("prefix", "Only values that contain this."))
            .reply(FacetsJson.FACETS)
            .to(this::facets),
        Route.get("/timeline", "timeline")
            .summary("Photos of a search counted over time, whatever from and to say.")
            .parameters(Searches.PARAMETERS)
            .parameter(Parameter.oneOf("unit", UNITS, "How long a bucket is.").orElse("auto"))
            .reply(FacetsJson.TIMELINE)
            .to(this::timeline),
        Route.get("/suggest", "suggest")
            .summary("What may be meant at a place in a half-written query.")
            .parameter(Archives.PARAMETER)
            .parameter(Parameter.text("q", "The query.").orElse(""))
            .parameter(
                Parameter.integer(
                    "caret", 0, 100_000, "A place in it, in code points; without it, its end."))
            .reply(SuggestJson.SUGGESTIONS)
            .to(this::suggest));
  }

  private Reply search(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    SearchRequestBuilder builder =
        asked
            .request()
            .limit(call.arguments().integer("limit", 50))
            .highlight(call.arguments().flag("highlight"));
    SearchRequest request =
        AskedSearch.orBadRequest(() -> {
          call.arguments().text("after").map(PageToken::parse).ifPresent(builder::after);
          return builder.build();
        });
    PhotoFinder search = asked.archive().search();
    SearchResult result = AskedSearch.orBadRequest(() -> search.search(request));
    List<PhotoExplanation> explanations =
        call.arguments().flag("explain") ? search.explain(request, result.hits()) : List.of();
    return HitsJson.reply(
        asked,
        result,
        explanations,
        call.arguments().flag("highlight"),
        call.arguments().flag("collapse"));
  }

  private Reply facets(Call call) {
    Arguments arguments = call.arguments();
    AskedSearch asked = searches.asked(arguments);
    List<Facet> wanted = wanted(arguments);
    SearchRequestBuilder request =
        asked
            .request()
            .limit(0)
            .suggest(false)
            .facets(wanted.toArray(Facet[]::new))
            .counted(counted ->
                counted
                    .limit(arguments.integer("limit", 10))
                    .containing(arguments.text("prefix").orElse("")));
    SearchResult result =
        AskedSearch.orBadRequest(() -> asked.archive().search().search(request.build()));
    return Reply.json(json -> {
      json.writeNumberField("total", result.total());
      GridJson.writePartial(json, result.missing());
      json.writeArrayFieldStart("facets");
      for (FacetCounts counts : result.facets()) {
        Set<String> chosen = asked.chosen(counts.facet().name());
        json.writeStartObject();
        json.writeStringField("name", counts.facet().name());
        FacetsJson.write(json, counts, chosen);
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static List<Facet> wanted(Arguments arguments) {
    if (!arguments.has("names")) {
      return List.copyOf(FACETS.values());
    }
    List<Facet> wanted = new ArrayList<>();
    for (String name : arguments.text("names").orElse("").split(",", 50)) {
      wanted.add(Objects.requireNonNull(FACETS.get(name.strip())));
    }
    return wanted;
  }

  private Reply timeline(Call call) {
    AskedSearch asked = searches.asked(call.arguments());
    String unit = call.arguments().text("unit").orElse("auto");
    SearchRequestBuilder request =
        asked
            .requestOfAllDays()
            .limit(0)
            .suggest(false)
            .histogram(HistogramUnit.valueOf(unit.toUpperCase(Locale.ROOT)));
    SearchResult result =
        AskedSearch.orBadRequest(() -> asked.archive().search().search(request.build()));
    return Reply.json(json -> {
      CountsJson.writeHistogram(json, Objects.requireNonNull(result.histogram()));
      GridJson.writePartial(json, result.missing());
    });
  }

  private Reply suggest(Call call) {
    String text = call.arguments().text("q").orElse("");
    int end = text.codePointCount(0, text.length());
    int caret = call.arguments().integer("caret", end);
    ParsedQuery parsed = searches.parse(text);
    List<Completion> completions =
        searches.archiveAlone(call.arguments()).search().complete(text, caret);
    return Reply.json(json -> {
      JsonFields.objects(json, "completions", completions, SuggestJson::write);
      QueryProblems.write(json, parsed.problems());
      QueryProblems.writeUnderstood(json, parsed);
    });
  }
}

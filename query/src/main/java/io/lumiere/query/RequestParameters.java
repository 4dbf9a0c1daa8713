package io.lumiere.query;

import io.lumiere.query.facet.Facet;
import io.lumiere.query.facet.FacetChoice;
import io.lumiere.query.facet.FacetSearch;
import io.lumiere.query.facet.HistogramUnit;
import io.lumiere.query.hybrid.Cutoff;
import io.lumiere.query.hybrid.Fusion;
import io.lumiere.query.hybrid.Scale;
import io.lumiere.query.language.FilterCalls;
import io.lumiere.query.language.ParsedQuery;
import io.lumiere.query.language.PhotoFilter;
import io.lumiere.query.language.QueryParser;
import io.lumiere.query.language.fields.QueryFields;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link SharedRequest} as parameters, texts by names, and reads it. Filters are written
 * as what makes them, since Lucene's queries have no form that another machine could read.
 */
final class RequestParameters {
  private RequestParameters() {}

  static Map<String, List<String>> of(SearchRequest request, Scale scale) {
    Written all = new Written();
    all.set("version", ShardProtocol.VERSION);
    SearchTarget target = request.target();
    all.set("text", target.text);
    all.set("in_words", target.isInWords ? null : "false");
    ParsedQuery parsed = target.parsed;
    if (parsed != null) {
      all.set("query", parsed.text());
      all.set("today", parsed.today());
      all.set("southern", parsed.isSouthern() ? "true" : null);
    }
    all.set("vector", target.vector == null ? null : text(target.vector));
    all.set("scale", target.vector == null ? null : text(scale));
    target.feedback.photos().forEach(photo -> all.add("hidden", photo.photo));
    all.set("shows_hidden", target.feedback.areShown() ? "true" : null);
    target.negative.texts().forEach(text -> all.add("not", text));
    List<PhotoFilter> others = new ArrayList<>(request.givenFilters());
    if (parsed != null) {
      others.removeAll(parsed.interpretation().kept());
    }
    others.forEach(filter -> all.add("filter", call(filter)));
    request.choices().forEach(choice -> all.add("choice", text(choice)));
    ranking(all, request);
    view(all, request);
    return all.values;
  }

  private static String call(PhotoFilter filter) {
    if (filter.call() == null) {
      throw new IllegalArgumentException(
          "a filter of the caller is a query of Lucene, which cannot be sent to other machines: "
              + filter.words());
    }
    return filter.call();
  }

  private static void ranking(Written all, SearchRequest request) {
    Ranking ranking = request.ranking();
    all.set("fusion", text(ranking.fusion()));
    all.set("window", ranking.window());
    all.set("min_similarity", ranking.minSimilarity());
    all.set("min_score", ranking.minScore());
    all.set("cutoff", request.cutoff());
    all.set("sort", request.order());
    all.set("seed", request.paging().order().seed());
    all.set("limit", request.paging().limit());
    all.set("after", request.paging().after());
  }

  private static void view(Written all, SearchRequest request) {
    FacetSearch counted = request.view().counted();
    counted.facets().forEach(facet -> all.add("facet", facet.name()));
    all.set("histogram", counted.histogram());
    all.set("guesses", counted.guesses() ? "true" : null);
    all.set("highlight", request.view().isHighlighted() ? "true" : null);
  }

  static SharedRequest read(Map<String, List<String>> parameters) {
    try {
      return read(new Read(parameters));
    } catch (DateTimeParseException | ArithmeticException | NoSuchElementException e) {
      throw new IllegalArgumentException("not a request: " + e.getMessage(), e);
    }
  }

  private static SharedRequest read(Read all) {
    requireOwn(all.text("version").orElse(ShardProtocol.VERSION));
    ParsedQuery parsed = all.text("query").map(text -> parser(all).parse(text)).orElse(null);
    List<PhotoFilter> filters = new ArrayList<>();
    if (parsed != null) {
      filters.addAll(parsed.interpretation().kept());
    }
    all.all("filter").forEach(call -> filters.add(FilterCalls.filter(call)));
    float[] vector = all.text("vector").map(RequestParameters::vector).orElse(null);
    SearchTarget target =
        SearchTarget.NOTHING
            .inWords(!all.is("in_words", "false"))
            .parsedAs(parsed, all.text("text").orElse(null))
            .resolved(vector, all.all("hidden"), all.is("shows_hidden", "true"), all.all("not"));
    Ranking ranking = ranking(all);
    boolean isRanked = target.isAnything();
    SearchRequest request =
        new SearchRequest(
            target,
            filters,
            all.all("choice").stream().map(text -> choice(text, parser(all))).toList(),
            ranking,
            new Paging(
                HitOrder.of(
                    all.text("sort")
                        .map(SearchRequest.Sort::valueOf)
                        .orElse(SearchRequest.Sort.RELEVANCE),
                    all.number("seed", 0).longValue(),
                    isRanked),
                Paging.checkLimit(all.whole("limit", Paging.DEFAULT_LIMIT)),
                all.text("after").map(PageToken::parse).orElse(null)),
            new View(Arrangement.NONE, counted(all), all.is("highlight", "true"), true, false));
    return new SharedRequest(request, all.text("scale").map(RequestParameters::scale).orElse(null));
  }

  private static void requireOwn(String version) {
    if (!version.equals(ShardProtocol.VERSION)) {
      throw new IllegalArgumentException(
          ShardProtocol.OTHER_VERSION
              + ": it speaks "
              + ShardProtocol.VERSION
              + ", and was asked in "
              + version);
    }
  }

  private static QueryParser parser(Read all) {
    Clock day =
        all.text("today")
            .map(LocalDate::parse)
            .map(today ->
                Clock.fixed(today.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC))
            .orElseGet(Clock::systemUTC);
    return new QueryParser(day, all.is("southern", "true"));
  }

  private static Ranking ranking(Read all) {
    Ranking usual = Ranking.DEFAULT;
    return new Ranking(
        List.of(),
        all.text("fusion").map(RequestParameters::fusion).orElse(usual.fusion()),
        all.whole("window", usual.window()),
        all.number("min_similarity", usual.minSimilarity()).floatValue(),
        all.number("min_score", usual.minScore()).floatValue(),
        all.text("cutoff").map(RequestParameters::cutoff).orElse(null));
  }

  private static FacetSearch counted(Read all) {
    List<Facet> facets = all.all("facet").stream().map(RequestParameters::facet).toList();
    return new FacetSearch(
        facets,
        FacetSearch.DEFAULT_LIMIT,
        all.text("histogram").map(HistogramUnit::valueOf).orElse(null),
        all.is("guesses", "true"),
        "",
        Set.of());
  }

  private static Facet facet(String name) {
    return QueryFields.facets().stream()
        .filter(facet -> facet.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no facet '" + name + "'"));
  }

  /** The facet, and each value that is chosen. */
  private static String text(FacetChoice choice) {
    StringBuilder text = new StringBuilder(encoded(choice.facet()));
    choice.texts().stream().sorted().forEach(value -> text.append(' ').append(encoded(value)));
    return text.toString();
  }

  private static FacetChoice choice(String text, QueryParser parser) {
    List<String> parts =
        Arrays.stream(text.split(" "))
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    return SearchRequestBuilder.choice(
        parts.getFirst(), parts.subList(1, parts.size()).stream().map(parser::parse).toList());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(Fusion fusion) {
    return switch (fusion) {
      case Fusion.ReciprocalRank ranks -> "ranks " + ranks.k();
      case Fusion.WeightedSum sum -> "weighted";
      case Fusion.ProbabilisticSum sum -> "probabilistic";
    };
  }

  private static Fusion fusion(String text) {
    return switch (text) {
      case "weighted" -> Fusion.weightedSum();
      case "probabilistic" -> Fusion.probabilisticSum();
      default -> new Fusion.ReciprocalRank(Integer.parseInt(after(text, "ranks ")));
    };
  }

  private static Cutoff cutoff(String text) {
    return switch (text) {
      case "none" -> Cutoff.none();
      case "automatic" -> Cutoff.automatic();
      default -> throw new IllegalArgumentException("there is no cut-off '" + text + "'");
    };
  }

  private static String text(Scale scale) {
    return switch (scale) {
      case Scale.Linear line -> "linear " + line.low() + " " + line.high();
      case Scale.Logistic curve -> "logistic " + curve.midpoint() + " " + curve.width();
      case Scale.Saturating curve -> "saturating " + curve.pivot();
    };
  }

  private static Scale scale(String text) {
    String[] parts = text.split(" ", -1);
    return switch (parts[0] + parts.length) {
      case "linear3" ->
          new Scale.Linear(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
      case "logistic3" ->
          new Scale.Logistic(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
      case "saturating2" -> new Scale.Saturating(Double.parseDouble(parts[1]));
      default -> throw new IllegalArgumentException("'" + text + "' is not a scale");
    };
  }

  private static String text(float[] vector) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * vector.length);
    bytes.asFloatBuffer().put(vector);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static float[] vector(String text) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
    float[] vector = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(vector);
    return vector;
  }

  private static String after(String text, String begin) {
    if (!text.startsWith(begin)) {
      throw new IllegalArgumentException("'" + text + "' does not begin with '" + begin + "'");
    }
    return text.substring(begin.length());
  }

  /** Parameters by name. */
  private static final class Written {
    private final Map<String, List<String>> values = new TreeMap<>();

    /** Null is not written. */
    void set(String name, @Nullable Object value) {
      if (value != null) {
        values.put(name, List.of(value.toString()));
      }
    }

    void add(String name, @Nullable String value) {
      if (value != null) {
        values.computeIfAbsent(name, first -> new ArrayList<>()).add(value);
      }
    }
  }

  private record Read(Map<String, List<String>> values) {
    List<String> all(String name) {
      return values.getOrDefault(name, List.of());
    }

    Optional<String> text(String name) {
      return all(name).stream().findFirst();
    }

    boolean is(String name, String value) {
      return text(name).filter(value::equals).isPresent();
    }

    int whole(String name, int otherwise) {
      return Math.toIntExact(number(name, otherwise).longValue());
    }

    /** As wide as any number that is written. */
    Number number(String name, Number otherwise) {
      String text = text(name).orElse(null);
      if (text == null) {
        return otherwise;
      }
      return otherwise instanceof Float
          ? (Number) Float.valueOf(text)
          : (Number) Long.valueOf(text);
    }
  }
}

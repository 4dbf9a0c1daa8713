package io.lumiere.app.command;

import io.lumiere.app.option.ExplainPhotoOption;
import io.lumiere.app.option.FacetOptions;
import io.lumiere.app.option.FilterOptions;
import io.lumiere.app.option.GroupOptions;
import io.lumiere.app.option.HighlightOption;
import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.LikeOptions;
import io.lumiere.app.option.ModelOption;
import io.lumiere.app.option.SuggestOption;
import io.lumiere.app.option.TermOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.app.output.FacetPrinter;
import io.lumiere.app.output.HitPrinter;
import io.lumiere.app.output.PagePrinter;
import io.lumiere.app.output.SuggestionPrinter;
import io.lumiere.app.search.CaptionSearch;
import io.lumiere.app.search.CaptionVectors;
import io.lumiere.app.search.NamedPhotos;
import io.lumiere.app.search.SearchTexts;
import io.lumiere.app.setup.Home;
import io.lumiere.app.setup.ModelChoice;
import io.lumiere.gallery.ContactSheet;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.language.QueryParser;
import io.lumiere.schema.Photo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Searches an index. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Finds photos by what they show, joined with the words of their names and captions, within"
          + " the filters.",
      "Without TEXT, --image and --add it lists what the filters keep, newest first.",
      "TEXT is in a language of its own, which --help-query tells: quote it for the shell."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lumiere search sunset --year 2021",
      "  lumiere search 'harbour -people date:summer 2021 camera:canon iso:>800'",
      "  lumiere search 'boats in a harbour' --not people --from 2019-06 --to 2019-08",
      "  lumiere search --image lake.jpg 'in winter' --json",
      "  lumiere search --image a.jpg --add 'at night=0.7' --not people --not cars=0.3",
      "  lumiere search harbour --like trips/boat.jpg --unlike trips/car.jpg",
      "  lumiere search --path 'trips/**' --sort oldest",
      "  lumiere search beach --group day --collapse",
      "  lumiere search beach --facets year,camera,place --histogram --limit 0",
      "  lumiere search 'boats in a harbour' --sort newest --page-token",
      "  lumiere search --in captions 'a day at the seaside'"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int SHEET_COLUMNS = 4;
  private static final int SHEET_TILE = 240;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "What to search for.")
  List<String> words = List.of();

  @Option(names = "--plain", description = "Take TEXT as it is: nothing in it is syntax.")
  boolean plain;

  @Option(names = "--help-query", description = "Tell what TEXT may say, and stop.")
  boolean helpQuery;

  @Mixin TermOptions terms = new TermOptions();

  @Mixin LikeOptions likes = new LikeOptions();

  @Mixin FilterOptions filters = new FilterOptions();

  @Mixin FacetOptions facets = new FacetOptions();

  @Mixin GroupOptions groups = new GroupOptions();

  @Option(
      names = "--queries",
      paramLabel = "FILE",
      description = "Search for each line of FILE in one run; the filters hold for all.")
  @Nullable Path queries;

  /** What is ranked by a text. */
  enum Where {
    PHOTOS,
    CAPTIONS
  }

  @Option(
      names = "--in",
      paramLabel = "WHERE",
      description =
          "photos (the default), or captions: rank by how near the titles, descriptions and"
              + " keywords that people wrote come to TEXT in meaning; a score is the cosine then.")
  Where where = Where.PHOTOS;

  @Option(
      names = "--explain",
      description =
          "Say how TEXT was understood, its Lucene query, and what gave each photo its score.")
  boolean explain;

  @Mixin HighlightOption highlights = new HighlightOption();

  @Mixin ExplainPhotoOption explainPhoto = new ExplainPhotoOption();

  @Mixin SuggestOption suggestions = new SuggestOption();

  @Option(
      names = "--json",
      description =
          "Print one JSON object a line: rank, score, path, taken, ...; \"below_cut\" is true where"
              + " a hit comes after the likely matches.")
  boolean json;

  @Option(
      names = "--sheet",
      paramLabel = "FILE",
      description = "Write a contact sheet of the hits as well: FILE ends in .jpg or .png.")
  @Nullable Path sheet;

  @Mixin ModelOption model = new ModelOption();

  @Mixin IndexOption index = new IndexOption();

  private final Console console;

  SearchCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (helpQuery) {
      QueryParser.help().forEach(console.out()::println);
      return 0;
    }
    Home home = new Home(console);
    String text = String.join(" ", words);
    if (queries != null && sheet != null) {
      throw new IllegalArgumentException("--sheet shows one search: leave out --queries");
    }
    if (queries != null && !text.isEmpty()) {
      throw new IllegalArgumentException(
          "--queries brings the texts to search for: leave out '" + text + "'");
    }
    if (explainPhoto.isGiven() && (queries != null || where == Where.CAPTIONS)) {
      throw new IllegalArgumentException(
          "--explain-photo explains one search of photos: leave out --queries and --in");
    }
    boolean isMore = explain || highlights.isGiven() || facets.isGiven() || groups.isGiven();
    if (where == Where.CAPTIONS && (terms.isGiven() || likes.isGiven() || isMore)) {
      throw new IllegalArgumentException(
          "--in captions compares texts: leave out --image, --add, --not, --like, --unlike,"
              + " --explain, --highlight, --facets, --histogram, --group, --collapse and"
              + " --diversify");
    }
    if (queries != null && filters.order().goesOn()) {
      throw new IllegalArgumentException("--after goes on with one search: leave out --queries");
    }
    if (where == Where.CAPTIONS && filters.order().cutsOrPages()) {
      throw new IllegalArgumentException(
          "--in captions has one page: leave out --cutoff, --after and --page-token");
    }
    if (where == Where.CAPTIONS && queries == null && text.isBlank()) {
      throw new IllegalArgumentException("--in captions takes a text to compare with");
    }
    SearchTexts texts = new SearchTexts(plain || where == Where.CAPTIONS);
    List<String> wantedTexts = queries == null ? List.of(text) : lines(queries);
    String problems = texts.problems(wantedTexts);
    if (!problems.isEmpty()) {
      console.err().printLines("lumiere: " + problems);
      return ExitStatus.USAGE;
    }
    Path directory = index.resolve(home);
    try (DualEncoder encoder = new ModelChoice(console, home).openFor(directory, model.name());
        PhotoSearch search = ModelChoice.searchCached(directory, encoder, home)) {
      HitPrinter printer =
          new HitPrinter(
              console,
              Path.of(search.metadata().archive()),
              json,
              highlights.isGiven(),
              groups.collapses());
      SearchExplainer explainer = new SearchExplainer(console, search, json);
      FacetPrinter counts =
          new FacetPrinter(
              console, json, facets.isGiven() || filters.limit() == 0, suggestions.isGiven());
      PagePrinter pages = new PagePrinter(console, json, filters.order().pageToken());
      List<float[]> pictures = terms.encodePictures(encoder);
      NamedPhotos photos = new NamedPhotos(search, () -> encoder);
      Function<String, SearchResult> searcher =
          where == Where.CAPTIONS
              ? captions(search, encoder, home)
              : wanted -> {
                SearchRequest request = request(texts, wanted, pictures, photos);
                if (explain) {
                  explainer.begin(request, wanted, understood(texts, wanted));
                }
                return search.search(request);
              };
      if (explainPhoto.isGiven()) {
        SearchRequest request = request(texts, text, pictures, photos);
        explainPhoto
            .photos()
            .forEach(photo -> explainer.print(photos.explain(search, request, photo)));
        return 0;
      }
      boolean found = false;
      for (String line : wantedTexts) {
        SearchResult result = searcher.apply(line);
        found |= result.total() > 0;
        String shown = queries == null ? null : line;
        printer.print(result, shown, explainer.hits(result));
        counts.print(result, shown);
        pages.print(result);
        SuggestionPrinter.print(console, result);
        if (sheet != null && !result.hits().isEmpty()) {
          writeSheet(result, Path.of(search.metadata().archive()), sheet);
        }
      }
      if (!found && search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }

  private Function<String, SearchResult> captions(
      PhotoSearch search, DualEncoder encoder, Home home) {
    CaptionSearch captions = new CaptionSearch(search, new CaptionVectors(encoder, home.cache()));
    return text -> captions.search(filters::request, text, filters.limit(), filters.minScore());
  }

  private static void writeSheet(SearchResult result, Path archive, Path to) {
    List<ContactSheet.Tile> tiles =
        result.hits().stream()
            .map(hit ->
                new ContactSheet.Tile(
                    archive.resolve(hit.photo().file().path()),
                    String.format(
                        Locale.ROOT, "%d  %.3f  %s", hit.rank(), hit.score(), date(hit.photo()))))
            .toList();
    ContactSheet.write(tiles, SHEET_COLUMNS, SHEET_TILE, to);
  }

  private static String date(Photo photo) {
    return photo.taken() == null ? "" : photo.taken().known();
  }

  private List<String> understood(SearchTexts texts, String text) {
    List<String> lines = new ArrayList<>(texts.explain(text));
    lines.addAll(terms.explain());
    lines.addAll(likes.explain());
    return lines;
  }

  private SearchRequest request(
      SearchTexts texts, String text, List<float[]> pictures, NamedPhotos photos) {
    SearchRequestBuilder request = filters.request().highlight(highlights.isGiven());
    texts.addTo(request, text, photos);
    terms.addTo(request, pictures);
    likes.addTo(request, photos);
    facets.addTo(request);
    groups.addTo(request);
    return request.build();
  }

  private static List<String> lines(Path file) {
    return TextLines.read(file, "queries").stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}

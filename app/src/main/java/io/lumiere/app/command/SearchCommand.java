package io.lumiere.app.command;

import io.lumiere.app.option.ExplainPhotoOption;
import io.lumiere.app.option.FacetOptions;
import io.lumiere.app.option.FilterOptions;
import io.lumiere.app.option.GroupOptions;
import io.lumiere.app.option.HighlightOption;
import io.lumiere.app.option.IndexOption;
import io.lumiere.app.option.LikeOptions;
import io.lumiere.app.option.ModelOption;
import io.lumiere.app.option.OptionNames;
import io.lumiere.app.option.SuggestOption;
import io.lumiere.app.option.TermOptions;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.EmptyIndex;
import io.lumiere.cluster.collection.CollectionAddress;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoSearch;
import io.lumiere.query.RequestRules;
import io.lumiere.query.RequestRules.Part;
import io.lumiere.query.language.QueryParser;
import io.lumiere.workspace.search.SearchText;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Searches an index. */
@Command(
    name = "search",
    description = {
      "Finds photos by what they show, joined with the words of their names and captions, within"
          + " the filters.",
      "Without TEXT, --image and --add it lists what the filters keep, newest first.",
      "TEXT is in a language of its own, which --help-query explains: quote it for the shell.",
      "INDEX may be a collection of a SolrCloud, as in the last example; docs/cluster.md says what"
          + " differs there."
    },
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
      "  lumiere search --in captions 'a day at the seaside'",
      "  lumiere search harbour --index solr://127.0.0.1:27181/photos"
    })
final class SearchCommand extends ConsoleCommand {
  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "What to search for.")
  List<String> words = List.of();

  @Option(names = "--plain", description = "Take TEXT as it is: nothing in it is syntax.")
  boolean plain;

  @Option(names = "--help-query", description = "Explain what TEXT may say, and stop.")
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

  /** What was parsed; null where {@link PlainSearch} read the arguments. */
  @Spec @Nullable CommandSpec spec;

  private final IndexOpening opening;

  SearchCommand(Console console, IndexOpening opening) {
    super(console);
    this.opening = opening;
  }

  /** Whether the text names photos to be like, which may be any picture's file. */
  boolean namesPhotos() {
    return !plain
        && SearchText.inLanguage(List.of(String.join(" ", words))).stream()
            .map(SearchText::parsed)
            .anyMatch(parsed -> parsed != null && !parsed.interpretation().similar().isEmpty());
  }

  @Override
  public Integer call() {
    if (helpQuery) {
      QueryParser.helpLines().forEach(console.out()::println);
      return 0;
    }
    String text = String.join(" ", words);
    RequestRules.check(given(text), part -> name(part, text));
    CollectionAddress collection = index.collection(home);
    List<String> written = queries == null ? List.of(text) : lines(queries);
    List<SearchText> wanted =
        plain || where == Where.CAPTIONS
            ? SearchText.plain(written)
            : SearchText.inLanguage(written);
    String problems = SearchText.problems(wanted);
    if (!problems.isEmpty()) {
      console.err().printLines("lumiere: " + problems);
      console
          .err()
          .println(
              "'lumiere search --help-query' explains the language; --plain takes the text as it"
                  + " is");
      return ExitStatus.USAGE;
    }
    return collection == null
        ? inDirectory(index.resolve(home), wanted)
        : inCollection(collection, wanted);
  }

  private int inDirectory(Path directory, List<SearchText> wanted) {
    try (IndexOpening.Opened opened = opening.open(home, setupLines, directory, model.name())) {
      PhotoSearch search = opened.search();
      SearchRun run = new SearchRun(this, search, opened.encoder());
      if (!explainPhoto.photos().isEmpty()) {
        run.explainPhotos(wanted.getFirst());
        return 0;
      }
      boolean found = run.findsAny(wanted, run.searcher());
      if (!found && search.stats().photos() == 0) {
        EmptyIndex.tell(console, directory);
      }
      return 0;
    }
  }

  private int inCollection(CollectionAddress address, List<SearchText> wanted) {
    try (OpenCollection open = new OpenCollection(connect(address, false));
        DualEncoder encoder = open.encoder(home, setupLines, model.name())) {
      SearchRun run = new SearchRun(this, open.search(encoder, home), encoder);
      boolean found = true;
      if (explainPhoto.photos().isEmpty()) {
        found = run.findsAny(wanted, run.searcher());
      } else {
        run.explainPhotos(wanted.getFirst());
      }
      if (run.isPartial()) {
        return ExitStatus.PARTLY;
      }
      if (!found && open.isEmpty()) {
        EmptyIndex.tell(console, address);
      }
      return 0;
    }
  }

  /** What the search is asked for. */
  private Set<Part> given(String text) {
    Set<Part> given =
        spec == null
            ? EnumSet.noneOf(Part.class)
            : OptionNames.given(spec.commandLine().getParseResult());
    if (!text.isEmpty()) {
      given.add(Part.TEXT);
    }
    if (text.isBlank() && queries == null) {
      given.add(Part.NO_TEXT);
    }
    if (where == Where.CAPTIONS) {
      given.add(Part.CAPTIONS);
      if (filters.order().isSorted()) {
        given.add(Part.SORT);
      }
    }
    return given;
  }

  private static String name(Part part, String text) {
    return part == Part.TEXT ? "'" + text + "'" : OptionNames.of(part);
  }

  private static List<String> lines(Path file) {
    return TextLines.read(file, "queries").stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }
}

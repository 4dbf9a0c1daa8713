package io.lumiere.app.command;

import io.lumiere.app.output.HitSheet;
import io.lumiere.app.output.ProgressLine;
import io.lumiere.app.output.ResultPrinter;
import io.lumiere.models.DualEncoder;
import io.lumiere.query.PhotoFinder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchResult;
import io.lumiere.query.explain.PhotoExplanation;
import io.lumiere.views.ResultView;
import io.lumiere.views.Views;
import io.lumiere.workspace.search.CaptionSearch;
import io.lumiere.workspace.search.CaptionVectors;
import io.lumiere.workspace.search.NamedPhotos;
import io.lumiere.workspace.search.SearchText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Searches open photos as a {@link SearchCommand} says, for one text after another, and prints what
 * is found. Not thread-safe.
 */
final class SearchRun {
  private final SearchCommand command;
  private final PhotoFinder search;
  private final DualEncoder encoder;
  private final List<float[]> pictures;
  private final NamedPhotos photos;
  private final Views views;
  private final ResultPrinter printer;
  private final @Nullable HitSheet sheet;
  private boolean partial;

  SearchRun(SearchCommand command, PhotoFinder search, DualEncoder encoder) {
    Path file = command.sheet;
    this.sheet = file == null ? null : new HitSheet(search.metadata(), file);
    this.command = command;
    this.search = search;
    this.encoder = encoder;
    this.pictures = command.terms.encodePictures(encoder);
    this.photos = new NamedPhotos(search, () -> encoder);
    this.views =
        new Views(
            Path.of(search.metadata().archive()),
            command.highlights.isGiven(),
            command.groups.collapses());
    this.printer =
        new ResultPrinter(
            command.console,
            command.json,
            new ResultPrinter.Extras(
                command.facets.isGiven() || command.filters.limit() == 0,
                command.suggestions.isGiven(),
                command.filters.order().pageToken()));
  }

  void explainPhotos(SearchText text) {
    SearchRequest request = request(text);
    for (String photo : command.explainPhoto.photos()) {
      PhotoExplanation explanation = photos.explain(search, request, photo);
      partial |= explanation.missing() != null;
      printer.print(explanation);
    }
  }

  /** Prints what each text finds; false where none finds anything. */
  boolean findsAny(List<SearchText> wanted, Function<SearchText, ResultView> searcher) {
    boolean found = false;
    for (SearchText text : wanted) {
      ResultView result = searcher.apply(text);
      found |= result.total() > 0;
      partial |= result.missing() != null;
      printer.print(result);
      if (sheet != null && !result.hits().isEmpty()) {
        sheet.write(result);
      }
    }
    return found;
  }

  /** Whether a result was one of a part of the photos alone. */
  boolean isPartial() {
    return partial;
  }

  /** How photos or captions are searched for. */
  Function<SearchText, ResultView> searcher() {
    return command.where == SearchCommand.Where.CAPTIONS ? inCaptions() : inPhotos();
  }

  private Function<SearchText, ResultView> inPhotos() {
    return command.explain ? this::explained : this::hits;
  }

  private ResultView hits(SearchText text) {
    return view(search.search(request(text)), text, List.of());
  }

  private Function<SearchText, ResultView> inCaptions() {
    ProgressLine progress = new ProgressLine(command.console, command.json);
    CaptionSearch captions =
        new CaptionSearch(
            search,
            new CaptionVectors(
                encoder.model(), encoder.texts(), command.home.cache(), progress::encodedCaptions));
    return text -> {
      SearchResult result =
          captions.search(
              command.filters::request,
              text.text(),
              command.filters.limit(),
              command.filters.minScore());
      progress.clear();
      return view(result, text, List.of());
    };
  }

  private ResultView explained(SearchText text) {
    SearchRequest request = request(text);
    printer.printUnderstood(text.text(), understood(text), search.luceneQuery(request));
    SearchResult result = search.search(request);
    return view(result, text, search.explain(request, result.hits()));
  }

  private ResultView view(
      SearchResult result, SearchText text, List<PhotoExplanation> explanations) {
    return views.of(result, command.queries == null ? null : text.text(), explanations);
  }

  private List<String> understood(SearchText text) {
    List<String> lines = new ArrayList<>(text.explain());
    lines.addAll(command.terms.explain());
    lines.addAll(command.likes.explain());
    return lines;
  }

  private SearchRequest request(SearchText text) {
    SearchRequestBuilder request =
        command.filters.request().highlight(command.highlights.isGiven());
    text.addTo(request, photos);
    command.terms.addTo(request, pictures);
    command.likes.addTo(request, photos);
    command.facets.addTo(request);
    command.groups.addTo(request);
    return request.build();
  }
}

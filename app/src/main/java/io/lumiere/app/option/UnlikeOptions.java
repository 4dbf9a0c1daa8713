package io.lumiere.app.option;

import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.workspace.search.NamedPhotos;
import io.lumiere.workspace.search.Weighted;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that move a search away from photos. Not thread-safe. */
public final class UnlikeOptions {
  @Option(
      names = "--unlike",
      paramLabel = "PHOTO[=WEIGHT]",
      description =
          "Move the search away from this photo, as --like moves it there; it counts less. May be"
              + " repeated.")
  List<String> unliked = List.of();

  @Option(
      names = "--keep-marked",
      description = "Show photos that are liked or unliked too, where they are found.")
  boolean keepMarked;

  public void addTo(SearchRequestBuilder request, NamedPhotos photos) {
    for (String argument : unliked) {
      Weighted photo = Weighted.file(argument);
      photos.mark(request, photo.value(), photo.weightOr(1), false);
    }
    request.target(target -> target.keepFeedbackPhotos(keepMarked));
  }

  /** What each does, in words, a line each. */
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (String argument : unliked) {
      Weighted photo = Weighted.file(argument);
      lines.add(line("moves away from photo ", photo, unliked.size(), SearchRequest.UNLIKE_WEIGHT));
    }
    return lines;
  }

  static String line(String what, Weighted photo, int photos, double weight) {
    return what
        + photo.value()
        + (photos == 1
            ? " with weight " + weight
            : ", one of " + photos + " whose mean has weight " + weight)
        + (photo.weight() == null ? "" : "; it counts " + photo.weight() + " in the mean");
  }
}

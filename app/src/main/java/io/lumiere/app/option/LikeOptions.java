package io.lumiere.app.option;

import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.workspace.search.NamedPhotos;
import io.lumiere.workspace.search.Weighted;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which photos are as wanted, and which are not. Not thread-safe. */
public final class LikeOptions {
  @Option(
      names = "--like",
      paramLabel = "PHOTO[=WEIGHT]",
      description =
          "Move the search towards this photo: say which hits are what you meant. PHOTO is an id or"
              + " a path of the index, or any picture's file. Several count by their mean, in which"
              + " WEIGHT is 1 where none is given. May be repeated.")
  List<String> liked = List.of();

  @Mixin UnlikeOptions unlike = new UnlikeOptions();

  public void addTo(SearchRequestBuilder request, NamedPhotos photos) {
    for (String argument : liked) {
      Weighted photo = Weighted.file(argument);
      photos.mark(request, photo.value(), photo.weightOr(1), true);
    }
    unlike.addTo(request, photos);
  }

  /** What each does, in words, a line each. */
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (String argument : liked) {
      lines.add(
          UnlikeOptions.line(
              "adds likeness to photo ",
              Weighted.file(argument),
              liked.size(),
              SearchRequest.LIKE_WEIGHT));
    }
    lines.addAll(unlike.explain());
    if (!liked.isEmpty()) {
      lines.add("where nothing else is searched for, the mean of liked photos has weight 1");
    }
    return lines;
  }
}

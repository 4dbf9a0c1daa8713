package io.lumiere.app;

import io.lumiere.query.PhotoSearch;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.explain.PhotoExplanation;
import java.util.List;
import picocli.CommandLine.Option;

/** The option that asks why a photo is found, or is not. */
final class ExplainPhotoOption {
  @Option(
      names = "--explain-photo",
      paramLabel = "PHOTO",
      description =
          "Say why this photo is found or is not, in place of the hits: which filter leaves it out,"
              + " what it is too low or too far for, or why the index does not hold it. PHOTO is an"
              + " id or path of the index, or a file. May be repeated.")
  List<String> photos = List.of();

  boolean isGiven() {
    return !photos.isEmpty();
  }

  void print(
      Console console, boolean json, PhotoSearch search, NamedPhotos named, SearchRequest request) {
    for (String photo : photos) {
      PhotoExplanation explanation = named.explain(search, request, photo);
      if (json) {
        JsonLine.print(console, line -> ExplanationJson.writePhoto(line, explanation));
      } else {
        console.out().println(explanation.photo());
        explanation.inWords().forEach(line -> console.out().println("  " + line));
      }
    }
  }
}

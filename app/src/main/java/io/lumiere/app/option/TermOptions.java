package io.lumiere.app.option;

import io.lumiere.models.DualEncoder;
import io.lumiere.query.SearchRequest;
import io.lumiere.query.SearchRequestBuilder;
import io.lumiere.query.SearchTarget;
import io.lumiere.workspace.search.QueryImage;
import io.lumiere.workspace.search.Weighted;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/**
 * The options that add texts and pictures to a search, each with a weight, and take others away.
 * Not thread-safe.
 */
public final class TermOptions {
  @Option(
      names = "--image",
      paramLabel = "FILE[=WEIGHT]",
      description =
          "Search by likeness to a picture; with TEXT, by both. Weight 1 where none is given. May"
              + " be repeated.")
  List<String> images = List.of();

  @Option(
      names = "--add",
      paramLabel = "TEXT[=WEIGHT]",
      description =
          "Search for this as well, by what photos show: their words do not count for it. TEXT"
              + " itself and each --image have weight 1, as has this where none is given; up to"
              + " 100; below 0 it moves away. What follows the last = is a weight only if it is a"
              + " number. May be repeated.")
  List<String> added = List.of();

  @Option(
      names = "--not",
      paramLabel = "TEXT[=WEIGHT]",
      description =
          "Move the search away from this, in what photos show and in their words. With a weight,"
              + " such as 0.8, by that much, and only in what they show. May be repeated.")
  List<String> nots = List.of();

  /** Vectors of the pictures, in order; once for all searches of a run. */
  public List<float[]> encodePictures(DualEncoder encoder) {
    return images.stream()
        .map(argument -> QueryImage.encode(Path.of(Weighted.file(argument).value()), encoder))
        .toList();
  }

  /**
   * Adds all to a request.
   *
   * @param pictures what {@link #encodePictures} gave
   */
  public void addTo(SearchRequestBuilder request, List<float[]> pictures) {
    request.target(target -> addedTo(target, pictures));
  }

  private SearchTarget addedTo(SearchTarget target, List<float[]> pictures) {
    SearchTarget sum = target;
    for (int i = 0; i < pictures.size(); i++) {
      sum = sum.add(pictures.get(i), Weighted.file(images.get(i)).weightOr(1));
    }
    for (String argument : added) {
      Weighted text = Weighted.text(argument);
      sum = sum.add(text.value(), text.weightOr(1));
    }
    for (String argument : nots) {
      Weighted text = Weighted.text(argument);
      sum =
          text.weight() == null
              ? sum.not(text.value())
              : sum.add(text.value(), -positive(text.weight(), argument));
    }
    return sum;
  }

  /** What each adds, in words, a line each. */
  public List<String> explain() {
    List<String> lines = new ArrayList<>();
    for (String argument : images) {
      Weighted image = Weighted.file(argument);
      lines.add(line("likeness to the picture " + image.value(), image.weightOr(1)));
    }
    for (String argument : added) {
      Weighted text = Weighted.text(argument);
      lines.add(line("'" + text.value() + "'", text.weightOr(1)));
    }
    for (String argument : nots) {
      Weighted text = Weighted.text(argument);
      String what = "'" + text.value() + "'";
      lines.add(
          text.weight() == null
              ? "moves away from "
                  + what
                  + " with weight "
                  + number(SearchRequest.DEFAULT_NOT_WEIGHT)
                  + ", after the sum"
              : line(what, -text.weight()));
    }
    if (!lines.isEmpty()) {
      lines.addFirst("the text itself, where there is one, has weight 1");
    }
    return lines;
  }

  private static String line(String what, double weight) {
    return weight > 0
        ? "adds " + what + " with weight " + number(weight)
        : "moves away from " + what + " with weight " + number(-weight);
  }

  private static String number(double weight) {
    return BigDecimal.valueOf(weight).stripTrailingZeros().toPlainString();
  }

  private static double positive(double weight, String argument) {
    if (!(weight > 0)) {
      throw new IllegalArgumentException(
          "--not '" + argument + "': the weight must be above 0; --add moves towards a text");
    }
    return weight;
  }
}

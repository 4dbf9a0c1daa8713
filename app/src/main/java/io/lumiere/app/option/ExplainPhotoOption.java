package io.lumiere.app.option;

import java.util.List;
import picocli.CommandLine.Option;

/** The option that asks why a photo is found, or is not. Not thread-safe. */
public final class ExplainPhotoOption {
  @Option(
      names = "--explain-photo",
      paramLabel = "PHOTO",
      description =
          "Say why this photo is found or is not, in place of the hits: which filter leaves it out,"
              + " what it is too low or too far for, or why the index does not hold it. PHOTO is an"
              + " id or path of the index, or a file. May be repeated.")
  List<String> photos = List.of();

  /** The photos that were named. */
  public List<String> photos() {
    return photos;
  }
}

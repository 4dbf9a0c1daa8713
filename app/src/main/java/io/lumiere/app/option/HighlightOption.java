package io.lumiere.app.option;

import picocli.CommandLine.Option;

/** Whether it is shown where the words of the search stand in photos' words. Not thread-safe. */
public final class HighlightOption {
  @Option(
      names = "--highlight",
      description =
          "Under each hit, show where the words of the search stand in its title, keywords, file"
              + " name, ... With --json: \"highlights\", by field, each with its text and the"
              + " ranges of its characters.")
  boolean highlight;

  /** Whether it is shown. */
  public boolean isGiven() {
    return highlight;
  }
}

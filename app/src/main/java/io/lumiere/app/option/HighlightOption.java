package io.lumiere.app.option;

import picocli.CommandLine.Option;

/** Whether it is shown where in photos' words stands what was sought. Not thread-safe. */
public final class HighlightOption {
  @Option(
      names = "--highlight",
      description =
          "Under each hit, show where in its title, keywords, file name, ... stands what was"
              + " sought. With --json: \"highlights\", by field, each with its text and the ranges"
              + " of its characters.")
  boolean highlight;

  /** Whether it is shown. */
  public boolean isGiven() {
    return highlight;
  }
}

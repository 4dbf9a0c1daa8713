package io.lumiere.app.option;

import picocli.CommandLine.Option;

/** Whether scripts, too, get what was likely meant by words that no photo has. Not thread-safe. */
public final class SuggestOption {
  @Option(
      names = "--suggest",
      description =
          "With --json, the last object has \"suggestions\" too: [{\"start\", \"end\", \"word\","
              + " \"replacement\", \"photos\", \"corrected\"}], for words that no photo has."
              + " Without it they are printed on standard error only.")
  boolean suggest;

  /** Whether JSON has them too. */
  public boolean isGiven() {
    return suggest;
  }
}

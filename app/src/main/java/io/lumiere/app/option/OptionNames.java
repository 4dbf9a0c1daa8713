package io.lumiere.app.option;

import io.lumiere.query.RequestRules.Part;
import java.util.EnumSet;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** The parts of a search by the names of the options that ask for them. Thread-safe. */
public final class OptionNames {
  private OptionNames() {}

  /**
   * The parts whose options are on the command line. {@code --in} and {@code --sort} are left out,
   * since they may also name the default.
   */
  public static Set<Part> given(ParseResult arguments) {
    Set<Part> given = EnumSet.noneOf(Part.class);
    for (Part part : Part.values()) {
      if (part != Part.SORT && arguments.hasMatchedOption(of(part))) {
        given.add(part);
      }
    }
    return given;
  }

  /** The option that asks for a part. */
  public static String of(Part part) {
    return switch (part) {
      case TEXTS -> "--queries";
      case CAPTIONS -> "--in captions";
      default -> "--" + part.plainName().replace(' ', '-');
    };
  }
}

package io.lumiere.web.search;

import io.lumiere.web.http.HttpProblem;
import java.util.List;
import java.util.regex.Pattern;

/** Reads numbers within the values of parameters. */
final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,9}(\\.[0-9]{0,15})?");
  private static final int SHOWN = 60;

  private Numbers() {}

  /** A number from {@code least} to {@code most}. */
  static double read(String text, String parameter, double least, double most) {
    String stripped = text.strip();
    double number = NUMBER.matcher(stripped).matches() ? Double.parseDouble(stripped) : Double.NaN;
    // Negated, so that what is not a number fails too.
    if (!(number >= least && number <= most)) {
      throw HttpProblem.badRequest(
          "the parameter \""
              + parameter
              + "\" has \""
              + shown(text)
              + "\": it must be a number from "
              + least
              + " to "
              + most);
    }
    return number;
  }

  /** The parts of a list of {@code count} numbers. */
  static List<String> parts(String text, String parameter, int count, String form) {
    List<String> parts = List.of(text.split(",", -1));
    if (parts.size() != count) {
      throw HttpProblem.badRequest(
          "the parameter \"" + parameter + "\" is \"" + shown(text) + "\": it must be " + form);
    }
    return parts;
  }

  /** What a message shows of a value. */
  static String shown(String text) {
    return (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
        .replaceAll("\\p{Cntrl}", "?");
  }
}

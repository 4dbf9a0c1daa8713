package io.lumiere.gallery.internal.samples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sample photo says it was exposed.
 *
 * @param seconds numerator and denominator of the exposure time
 * @param aperture f-number
 * @param iso sensitivity
 * @param focalLength millimetres
 */
public record Exposure(Fraction seconds, double aperture, int iso, double focalLength) {
  private static final Pattern FORM =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?:/(\\d+))? f/([\\d.]+) ISO(\\d+) ([\\d.]+)mm");

  /** A fraction of whole numbers, as EXIF stores it. */
  public record Fraction(int numerator, int denominator) {}

  /**
   * Reads the short form of the tables, such as {@code 1/250 f/8 ISO200 35mm}.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  public static Exposure parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "exposure \"" + text + "\" is not like \"1/250 f/8 ISO200 35mm\"");
    }
    return new Exposure(
        fraction(matcher),
        Double.parseDouble(matcher.group(3)),
        Integer.parseInt(matcher.group(4)),
        Double.parseDouble(matcher.group(5)));
  }

  private static Fraction fraction(Matcher matcher) {
    double numerator = Double.parseDouble(matcher.group(1));
    if (matcher.group(2) != null) {
      return new Fraction((int) numerator, Integer.parseInt(matcher.group(2)));
    }
    return numerator == Math.rint(numerator)
        ? new Fraction((int) numerator, 1)
        : new Fraction((int) Math.round(numerator * 10), 10);
  }
}

package io.lumiere.query.language.fields;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers with their units, as people write them, in lower case. */
final class Units {
  private static final Pattern NUMBER =
      Pattern.compile("([+-]?\\d{1,15}(?:\\.\\d{1,9})?|\\.\\d{1,9})\\s*(\\p{L}*)");
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,6})/(\\d{1,9})\\s*(?:s|sec)?");

  static final Map<String, Double> NONE = Map.of("", 1.0);
  static final Map<String, Double> PIXELS = Map.of("", 1.0, "px", 1.0);
  static final Map<String, Double> MEGAPIXELS = Map.of("", 1.0, "mp", 1.0);
  static final Map<String, Double> MILLIMETRES = Map.of("", 1.0, "mm", 1.0);
  static final Map<String, Double> METRES = Map.of("", 1.0, "m", 1.0, "km", 1000.0, "ft", 0.3048);
  static final Map<String, Double> KILOMETRES =
      Map.of("", 1000.0, "km", 1000.0, "m", 1.0, "mi", 1609.344);
  static final Map<String, Double> BYTES =
      Map.of("", 1.0, "b", 1.0, "kb", 1e3, "k", 1e3, "mb", 1e6, "m", 1e6, "gb", 1e9, "g", 1e9);
  private static final Map<String, Double> SECONDS =
      Map.of("", 1.0, "s", 1.0, "sec", 1.0, "ms", 0.001);

  private Units() {}

  /** Reads a number that has one of some units. */
  static OptionalDouble read(String text, Map<String, Double> units) {
    Matcher number = NUMBER.matcher(text);
    Double factor = number.matches() ? units.get(number.group(2)) : null;
    return factor == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(number.group(1)) * factor);
  }

  /** {@code 2.8}, {@code f2.8} or {@code f/2.8}. */
  static OptionalDouble aperture(String text) {
    return read(text.startsWith("f") ? text.substring(text.startsWith("f/") ? 2 : 1) : text, NONE);
  }

  /** {@code 1/250}, {@code 1/250s}, {@code 2}, {@code 2s}, {@code 4ms}. */
  static OptionalDouble exposure(String text) {
    Matcher fraction = FRACTION.matcher(text);
    if (!fraction.matches()) {
      return read(text, SECONDS);
    }
    double divisor = Double.parseDouble(fraction.group(2));
    return divisor == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.parseDouble(fraction.group(1)) / divisor);
  }
}

package io.lumiere.query.language.fields;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.apache.lucene.search.Query;

/**
 * Reads numbers: {@code 800}, {@code >800}, {@code 24..35}, {@code 24..}, and lists of them.
 *
 * @param name what they are of
 * @param unit reads one number as written
 * @param tolerance how far from a number others may be that count as equal to it
 * @param query finds numbers from one to another; both ends count, and may be infinite
 * @param expected what may be written, for messages
 */
record NumberReader(
    String name, Unit unit, DoubleUnaryOperator tolerance, RangeQuery query, String expected)
    implements ValueReader {
  /** Only the number itself is equal to it. */
  static final DoubleUnaryOperator EXACT = number -> 0;

  /** Reads a number with its unit. */
  @FunctionalInterface
  interface Unit {
    /** The number; empty if the text is not one. */
    OptionalDouble read(String text);
  }

  /** Makes a query of two ends. */
  @FunctionalInterface
  interface RangeQuery {
    Query between(double from, double to);
  }

  @Override
  public Meaning read(Value value) throws FieldValueException {
    return Meaning.ofAnyUnquoted(value, this::item);
  }

  private Meaning item(Value item) throws FieldValueException {
    Value.Bounds range = item.range();
    if (range != null && !range.isOpen()) {
      return range(item, range);
    }
    Value operand = item.operand().unquoted();
    double number = number(operand);
    String text = operand.text();
    return switch (item.operator()) {
      case ">" -> above(name + " above " + text, Math.nextUp(high(number)));
      case ">=" -> above(name + " " + text + " or more", low(number));
      case "<" -> below(name + " below " + text, Math.nextDown(low(number)));
      case "<=" -> below(name + " " + text + " or less", high(number));
      default -> meaning(name + " " + text, low(number), high(number));
    };
  }

  private Meaning range(Value item, Value.Bounds range) throws FieldValueException {
    String from = range.from().text();
    String to = range.to().text();
    double low = from.isEmpty() ? Double.NEGATIVE_INFINITY : low(number(range.from()));
    double high = to.isEmpty() ? Double.POSITIVE_INFINITY : high(number(range.to()));
    if (low > high) {
      throw item.mistake("the range ends before it begins", to + ".." + from);
    }
    if (to.isEmpty()) {
      return above(name + " " + from + " or more", low);
    }
    return from.isEmpty()
        ? below(name + " " + to + " or less", high)
        : meaning(name + " " + from + " to " + to, low, high);
  }

  private double low(double number) {
    return number - tolerance.applyAsDouble(number);
  }

  private double high(double number) {
    return number + tolerance.applyAsDouble(number);
  }

  private Meaning above(String words, double least) {
    return meaning(words, least, Double.POSITIVE_INFINITY);
  }

  private Meaning below(String words, double most) {
    return meaning(words, Double.NEGATIVE_INFINITY, most);
  }

  private Meaning meaning(String words, double from, double to) {
    return new Meaning(words, query.between(from, to));
  }

  private double number(Value value) throws FieldValueException {
    OptionalDouble number = unit.read(value.text().toLowerCase(Locale.ROOT));
    if (number.isEmpty()) {
      throw value.mistake(
          "'" + value.text() + "' cannot be read as " + name + ": write " + expected, null);
    }
    return number.getAsDouble();
  }
}

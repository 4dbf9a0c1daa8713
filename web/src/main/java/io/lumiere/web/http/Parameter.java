package io.lumiere.web.http;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a route's query or path: what values it takes, and what it means. Immutable.
 *
 * @param values what one value may be
 * @param most how many times the parameter may be given, at least 1
 * @param fallback what holds where it is not given, for the documentation
 */
public record Parameter(
    String name,
    Schema values,
    String help,
    boolean required,
    int most,
    @Nullable String fallback) {
  private static final int LONGEST_TEXT = 4096;

  /** Checks the name and the number. */
  public Parameter {
    if (!name.matches("[a-z][a-z_]*")) {
      throw new IllegalArgumentException("parameter \"" + name + "\": letters a-z and _ only");
    }
    if (most < 1) {
      throw new IllegalArgumentException("parameter " + name + " may be given " + most + " times");
    }
  }

  /** A text of at most 4,096 characters. */
  public static Parameter text(String name, String help) {
    return of(name, Schema.text(LONGEST_TEXT), help);
  }

  /** A text of a form, as {@link Schema#form}. */
  public static Parameter form(String name, String expression, String wanted, String help) {
    return of(name, Schema.form(LONGEST_TEXT, expression, wanted), help);
  }

  /** A text with something to be seen in it. */
  public static Parameter filled(String name, String help) {
    return of(name, Schema.filled(LONGEST_TEXT), help);
  }

  /** A whole number from {@code least} to {@code most}. */
  public static Parameter integer(String name, long least, long most, String help) {
    return of(name, Schema.integer(least, most), help);
  }

  /** A finite number from {@code least} to {@code most}. */
  public static Parameter number(String name, double least, double most, String help) {
    return of(name, Schema.number(least, most), help);
  }

  /** {@code true} or {@code false}; where it is not given, {@code false}. */
  public static Parameter flag(String name, String help) {
    return of(name, Schema.flag(), help).orElse("false");
  }

  /** A day such as 2021-12-31. */
  public static Parameter day(String name, String help) {
    return of(name, Schema.day(), help);
  }

  /** One of these words. */
  public static Parameter oneOf(String name, List<String> words, String help) {
    return of(name, Schema.oneOf(words), help);
  }

  /** A parameter of any scalar schema. */
  public static Parameter of(String name, Schema values, String help) {
    return new Parameter(name, values, help, false, 1, null);
  }

  /** This parameter, which every request must give. */
  public Parameter mandatory() {
    return new Parameter(name, values, help, true, most, fallback);
  }

  /** This parameter, which may be given up to {@code times} times. */
  public Parameter repeatable(int times) {
    return new Parameter(name, values, help, required, times, fallback);
  }

  /** This parameter with what holds where it is not given. */
  public Parameter orElse(String value) {
    return new Parameter(name, values, help, required, most, value);
  }

  /**
   * Looks at a value that came as text.
   *
   * @throws HttpProblem of status 400 that names the parameter
   */
  public void check(String value) {
    read(value);
  }

  /** A text, Long, Double or Boolean by the schema. */
  Object read(String value) {
    return SchemaCheck.scalar(values, value, "the parameter \"" + name + "\"");
  }
}

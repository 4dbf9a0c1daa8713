package io.lumiere.web.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares values of a request with their schema. Thread-safe. */
final class SchemaCheck {
  private static final int SHOWN = 60;

  private SchemaCheck() {}

  /**
   * Compares a parsed JSON value.
   *
   * @param where what the value is called in the message
   * @throws HttpProblem of status 400 that names the place
   */
  static void json(Schema schema, @Nullable Object value, String where) {
    switch (schema) {
      case Schema.OrNull orNull -> {
        if (value != null) {
          json(orNull.value(), value, where);
        }
      }
      case Schema.Text text -> text(text, taken(value, String.class, where, "a text"), where);
      case Schema.Form form -> form(form, taken(value, String.class, where, "a text"), where);
      case Schema.Words words -> words(words, taken(value, String.class, where, "a text"), where);
      case Schema.Whole whole ->
          whole(whole, taken(value, Long.class, where, "a whole number"), where);
      case Schema.Real real ->
          real(real, taken(value, Number.class, where, "a number").doubleValue(), where);
      case Schema.Flag flag -> taken(value, Boolean.class, where, "true or false");
      case Schema.Items items -> items(items, taken(value, List.class, where, "an array"), where);
      case Schema.Keyed keyed -> {
        Map<?, ?> values = taken(value, Map.class, where, "an object");
        values.forEach((key, each) -> json(keyed.values(), each, where + "." + key));
      }
      case Schema.Members members ->
          members(members, taken(value, Map.class, where, "an object"), where);
      case Schema.Any any -> {}
    }
  }

  /** Reads a scalar that came as text: a parameter's value. */
  static Object scalar(Schema schema, String text, String where) {
    Object value =
        switch (schema) {
          case Schema.Whole whole -> parsedWhole(whole, text, where);
          case Schema.Real real -> parsedReal(real, text, where);
          case Schema.Flag flag -> parsedFlag(text, where);
          case Schema.Text plain -> text;
          case Schema.Form form -> text;
          case Schema.Words words -> text;
          default -> throw new IllegalArgumentException(where + " is not a scalar: " + schema);
        };
    json(schema, value, where);
    return value;
  }

  private static Object parsedWhole(Schema.Whole whole, String text, String where) {
    if (!text.matches("-?[0-9]{1,18}")) {
      throw wrong(where, text, range(whole));
    }
    return Long.valueOf(text);
  }

  private static Object parsedReal(Schema.Real real, String text, String where) {
    if (!text.matches("[-+]?[0-9]{0,30}\\.?[0-9]{0,30}([eE][-+]?[0-9]{1,3})?")) {
      throw wrong(where, text, range(real));
    }
    try {
      return Double.valueOf(text);
    } catch (NumberFormatException e) {
      throw wrong(where, text, range(real));
    }
  }

  private static Object parsedFlag(String text, String where) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(where, text, "true or false");
    };
  }

  private static void length(int longest, String value, String where) {
    int length = value.codePointCount(0, value.length());
    if (length > longest) {
      throw HttpProblem.badRequest(
          where + " has " + length + " characters, at most " + longest + " may be");
    }
  }

  private static void form(Schema.Form form, String value, String where) {
    length(form.longest(), value, where);
    if (!value.matches(form.expression())) {
      throw wrong(where, value, form.wanted());
    }
  }

  private static void text(Schema.Text text, String value, String where) {
    length(text.longest(), value, where);
    if (value.indexOf(0) >= 0) {
      throw HttpProblem.badRequest(where + " has a character of code 0");
    }
    if (text.format().equals("date")) {
      try {
        LocalDate.parse(value);
      } catch (DateTimeException e) {
        throw wrong(where, value, "a day such as 2021-12-31");
      }
    }
  }

  private static void words(Schema.Words words, String value, String where) {
    if (!words.words().contains(value)) {
      throw wrong(where, value, "one of " + String.join(", ", words.words()));
    }
  }

  private static void whole(Schema.Whole whole, long value, String where) {
    if (value < whole.least() || value > whole.most()) {
      throw wrong(where, String.valueOf(value), range(whole));
    }
  }

  private static void real(Schema.Real real, double value, String where) {
    if (!Double.isFinite(value) || value < real.least() || value > real.most()) {
      throw wrong(where, String.valueOf(value), range(real));
    }
  }

  private static void items(Schema.Items items, List<?> values, String where) {
    if (values.size() > items.most()) {
      throw HttpProblem.badRequest(
          where + " has " + values.size() + " values, at most " + items.most() + " may be");
    }
    for (int i = 0; i < values.size(); i++) {
      json(items.items(), values.get(i), where + "[" + i + "]");
    }
  }

  private static void members(Schema.Members schema, Map<?, ?> values, String where) {
    for (Schema.Member member : schema.members()) {
      if (values.containsKey(member.name())) {
        json(member.value(), values.get(member.name()), where + "." + member.name());
      } else if (member.required()) {
        throw HttpProblem.badRequest(where + " lacks the member \"" + member.name() + "\"");
      }
    }
    for (Object key : values.keySet()) {
      if (!schema.open() && schema.members().stream().noneMatch(m -> m.name().equals(key))) {
        throw HttpProblem.badRequest(
            where + " has a member that is not known: \"" + shown(String.valueOf(key)) + "\"");
      }
    }
  }

  private static <T> T taken(@Nullable Object value, Class<T> type, String where, String wanted) {
    if (!type.isInstance(value)) {
      throw HttpProblem.badRequest(where + " must be " + wanted);
    }
    return type.cast(value);
  }

  private static String range(Schema.Whole whole) {
    return "a whole number from " + whole.least() + " to " + whole.most();
  }

  private static String range(Schema.Real real) {
    return "a number from " + real.least() + " to " + real.most();
  }

  private static HttpProblem wrong(String where, String value, String wanted) {
    return HttpProblem.badRequest(where + " is \"" + shown(value) + "\": it must be " + wanted);
  }

  /** What a message shows of a value. */
  static String shown(String value) {
    String start = value.length() > SHOWN ? value.substring(0, SHOWN) + "..." : value;
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}

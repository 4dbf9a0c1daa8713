package io.lumiere.web.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The values that a query string gives to declared parameters: each was checked, and there are no
 * others. Immutable.
 */
public final class Arguments {
  private final List<Parameter> parameters;
  private final Map<String, List<Object>> values;

  private Arguments(List<Parameter> parameters, Map<String, List<Object>> values) {
    this.parameters = parameters;
    this.values = values;
  }

  /**
   * Reads a query string, without its question mark.
   *
   * @throws HttpProblem of status 400 that names the parameter which is unknown, given too many
   *     times, missing, or has a value that it does not take
   */
  public static Arguments parse(String queryString, List<Parameter> parameters) {
    Map<String, List<Object>> values = new LinkedHashMap<>();
    for (QueryString.Pair pair : QueryString.pairs(queryString)) {
      Parameter parameter = declared(pair.name(), parameters);
      List<Object> given = values.computeIfAbsent(pair.name(), name -> new ArrayList<>());
      if (given.size() == parameter.most()) {
        throw HttpProblem.badRequest(
            "the parameter \"" + pair.name() + "\" is given more than " + times(parameter.most()));
      }
      given.add(parameter.read(pair.value()));
    }
    for (Parameter parameter : parameters) {
      if (parameter.required() && !values.containsKey(parameter.name())) {
        throw HttpProblem.badRequest("the parameter \"" + parameter.name() + "\" is missing");
      }
    }
    return new Arguments(List.copyOf(parameters), values);
  }

  private static Parameter declared(String name, List<Parameter> parameters) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    throw HttpProblem.badRequest(
        "there is no parameter \""
            + SchemaCheck.shown(name)
            + "\" here"
            + (parameters.isEmpty()
                ? ""
                : "; there are: "
                    + String.join(", ", parameters.stream().map(Parameter::name).toList())));
  }

  private static String times(int most) {
    return most == 1 ? "once" : most + " times";
  }

  /** Whether the parameter was given. */
  public boolean has(String name) {
    return !all(name).isEmpty();
  }

  public Optional<String> text(String name) {
    return first(name).map(String.class::cast);
  }

  /** All values in the order of the query string; none if it was not given. */
  public List<String> texts(String name) {
    return all(name).stream().map(String.class::cast).toList();
  }

  public OptionalLong integer(String name) {
    return first(name).stream().mapToLong(Long.class::cast).findFirst();
  }

  /** The whole number, whose declared bounds fit an int. */
  public int integer(String name, int fallback) {
    return Math.toIntExact(integer(name).orElse(fallback));
  }

  public OptionalDouble number(String name) {
    return first(name).stream().mapToDouble(Double.class::cast).findFirst();
  }

  /** Whether the flag is {@code true}. */
  public boolean flag(String name) {
    return first(name).map(Boolean.class::cast).orElse(false);
  }

  public Optional<LocalDate> day(String name) {
    return text(name).map(LocalDate::parse);
  }

  /** All values of any type, in the order of the query string; none if it was not given. */
  public List<Object> values(String name) {
    return List.copyOf(all(name));
  }

  private Optional<Object> first(String name) {
    return all(name).stream().findFirst();
  }

  private List<Object> all(String name) {
    if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
      throw new IllegalArgumentException("the route does not declare the parameter " + name);
    }
    return values.getOrDefault(name, List.of());
  }
}

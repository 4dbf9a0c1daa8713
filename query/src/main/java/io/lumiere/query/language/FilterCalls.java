package io.lumiere.query.language;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How {@link PhotoFilter}s were made, each as a text that makes the same one on another machine:
 * the name of the method and its arguments. Thread-safe.
 */
public final class FilterCalls {
  private FilterCalls() {}

  static String of(String method, @Nullable Object... arguments) {
    StringBuilder call = new StringBuilder(method);
    for (@Nullable Object argument : arguments) {
      String text = argument == null ? "" : argument.toString();
      call.append(' ').append(URLEncoder.encode(text, StandardCharsets.UTF_8));
    }
    return call.toString();
  }

  /**
   * The filter of {@link PhotoFilter#call}.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static PhotoFilter filter(String call) {
    List<String> parts =
        Arrays.stream(call.split(" ", -1))
            .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
            .toList();
    List<String> given = parts.subList(1, parts.size());
    try {
      return switch (parts.getFirst()) {
        case "taken" -> PhotoFilter.taken(day(given.get(0)), day(given.get(1)));
        case "dated" -> PhotoFilter.dated();
        case "path" -> PhotoFilter.path(given.getFirst());
        case "camera" -> PhotoFilter.camera(given.getFirst());
        case "ids" -> PhotoFilter.ids(given.subList(1, given.size()), given.getFirst());
        case "exactly" -> PhotoFilter.exactly(given.getFirst(), given.get(1));
        case "anyOf" -> PhotoFilter.anyOf(given.getFirst(), given.subList(1, given.size()));
        case "box" ->
            PhotoFilter.box(number(given, 0), number(given, 1), number(given, 2), number(given, 3));
        case "kept" -> PhotoFilter.kept(given.get(0), LocalDate.parse(given.get(1)));
        case "near" -> PhotoFilter.near(number(given, 0), number(given, 1), number(given, 2));
        default -> throw new IllegalArgumentException("there is none of this name");
      };
    } catch (IndexOutOfBoundsException | DateTimeParseException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + call + "' does not make a filter: " + e.getMessage(), e);
    }
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static double number(List<String> given, int place) {
    return Double.parseDouble(given.get(place));
  }
}

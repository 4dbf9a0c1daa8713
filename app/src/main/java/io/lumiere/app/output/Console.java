package io.lumiere.app.output;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints, and what it may know of its surroundings. The launcher says in the
 * environment whether the streams are terminals, since Java 21 cannot ask. Thread-safe, as its
 * streams are.
 *
 * @param in texts to encode, for commands that read them
 * @param out results
 * @param err progress and errors
 * @param environment the process's environment variables
 */
public record Console(
    InputStream in, TextOutput out, TextOutput err, Map<String, String> environment) {
  private static final int DEFAULT_COLUMNS = 100;

  public Console(
      InputStream in, OutputStream out, OutputStream err, Map<String, String> environment) {
    this(in, new TextOutput(out, true), new TextOutput(err, false), environment);
  }

  /** Whether a person watches {@link #err}. */
  public boolean showsProgress() {
    return "1".equals(environment.get("LUMIERE_ERR_TTY"));
  }

  /** Whether a person reads {@link #out}. */
  boolean showsResults() {
    return "1".equals(environment.get("LUMIERE_OUT_TTY"));
  }

  /** The terminal's width in characters. */
  public int columns() {
    String columns = variable("LUMIERE_COLUMNS");
    return columns != null && columns.matches("[1-9][0-9]{1,3}")
        ? Integer.parseInt(columns)
        : DEFAULT_COLUMNS;
  }

  /** The value of an environment variable; null where it is unset or empty. */
  public @Nullable String variable(String name) {
    String value = environment.get(name);
    return value == null || value.isBlank() ? null : value;
  }
}

package io.lumiere.indexer.internal.ignore;

import java.util.Arrays;
import java.util.List;

/**
 * A pattern for names or paths: {@code *} and {@code ?} stand for anything but a slash, {@code
 * [a-z]} for one character, {@code **} between slashes for any folders; a backslash takes the next
 * character as it is. All ways to match go forward at once, so that the time is bounded by the
 * lengths of pattern and path, whatever a person writes.
 */
final class Glob {
  private final List<Step> steps;

  Glob(String pattern) {
    steps = GlobParser.parse(pattern);
  }

  boolean matches(String path) {
    boolean[] states = new boolean[steps.size() + 1];
    boolean[] next = new boolean[states.length];
    boolean alive = enter(0, states);
    for (int i = 0; alive && i < path.length(); i += Character.charCount(path.codePointAt(i))) {
      alive = take(path.codePointAt(i), states, next);
      boolean[] used = states;
      states = next;
      next = used;
    }
    return states[steps.size()];
  }

  /** Fills {@code next} with the states after a character; returns whether there are any. */
  private boolean take(int character, boolean[] states, boolean[] next) {
    Arrays.fill(next, false);
    boolean alive = false;
    for (int i = 0; i < steps.size(); i++) {
      if (states[i] && steps.get(i).matches().test(character)) {
        alive |= take(i, character, next);
      }
    }
    return alive;
  }

  private boolean take(int i, int character, boolean[] next) {
    return switch (steps.get(i).repeat()) {
      case ONE -> enter(i + 1, next);
      case WITHIN_FOLDER, ANYTHING -> enter(i, next);
      case FOLDERS -> {
        next[i] = true;
        yield character != '/' || enter(i + 1, next);
      }
    };
  }

  /** Steps that may match nothing are entered and left at once. */
  private boolean enter(int state, boolean[] states) {
    int i = state;
    states[i] = true;
    while (i < steps.size() && steps.get(i).repeat() != Step.Repeat.ONE) {
      states[++i] = true;
    }
    return true;
  }
}

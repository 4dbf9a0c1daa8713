package io.lumiere.indexer.internal.ignore;

import java.util.function.IntPredicate;

/** One step of a {@link Glob}. */
record Step(Repeat repeat, IntPredicate matches) {
  /** How often a step takes a character. */
  enum Repeat {
    /** Once. */
    ONE,
    /** Any number of times, but never a slash. */
    WITHIN_FOLDER,
    /** Any number of times. */
    ANYTHING,
    /** Nothing at all, or whole folders with the slash behind each. */
    FOLDERS
  }

  private static final Step WITHIN_FOLDER = new Step(Repeat.WITHIN_FOLDER, c -> c != '/');
  private static final Step ANYTHING = new Step(Repeat.ANYTHING, c -> true);
  private static final Step FOLDERS = new Step(Repeat.FOLDERS, c -> true);
  private static final Step NEVER = one(c -> false);

  static Step one(IntPredicate matches) {
    return new Step(Repeat.ONE, matches);
  }

  /** A set of characters; a slash is in none. */
  static Step set(IntPredicate matches) {
    return one(c -> c != '/' && matches.test(c));
  }

  static Step literal(int character) {
    return one(c -> c == character);
  }

  static Step withinFolder() {
    return WITHIN_FOLDER;
  }

  static Step anything() {
    return ANYTHING;
  }

  static Step folders() {
    return FOLDERS;
  }

  /** The step for a mistake in a pattern, which matches nothing, as in git. */
  static Step never() {
    return NEVER;
  }
}

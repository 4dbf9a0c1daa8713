package io.lumiere.web.lists;

import io.lumiere.web.http.HttpProblem;
import java.util.UUID;

/** Names of lists and searches as people give them. */
final class Names {
  /** The longest name. */
  static final int LONGEST = 200;

  private Names() {}

  /**
   * The name without blanks around it.
   *
   * @throws HttpProblem of status 422 if nothing is left, or it has control characters
   */
  static String checked(String given) {
    String name = given.strip();
    if (name.isEmpty() || name.chars().anyMatch(Character::isISOControl)) {
      throw HttpProblem.unprocessable(
          "a name has at least one character, and none that controls a terminal");
    }
    return name;
  }

  /** A new id. */
  static String newId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}

package io.lumiere.web.lists;

import io.lumiere.web.http.Schema;
import java.util.UUID;

/** Names of lists and searches as people give them. */
final class Names {
  /** The longest name. */
  static final int LONGEST = 200;

  private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f";

  /** What bodies may say; blanks around it are taken away. */
  static final Schema SCHEMA =
      Schema.form(
          LONGEST,
          "^[^" + CONTROL + "]*[^" + Schema.BLANK + CONTROL + "][^" + CONTROL + "]*$",
          "a name: at least one character, and none that controls a terminal");

  private Names() {}

  /** A new id. */
  static String newId() {
    return UUID.randomUUID().toString().substring(0, 8);
  }
}

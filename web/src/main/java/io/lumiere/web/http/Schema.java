package io.lumiere.web.http;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a JSON value: what a body must be like, and what a reply is like. Bodies are checked
 * against it, and the OpenAPI document shows it. Immutable.
 */
public sealed interface Schema {
  /**
   * White space, to stand among the characters of a {@link #form}: {@code \s} alone means less to
   * Java than to JSON Schema, and less than what {@link String#strip} takes away.
   */
  String BLANK =
      "\\s\\u001c-\\u001f\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f"
          + "\\u3000\\ufeff";

  /** A text of at most {@code longest} code points. */
  static Schema text(int longest) {
    return new Text(longest, "");
  }

  /** A text of any length: for replies. */
  static Schema text() {
    return new Text(Integer.MAX_VALUE, "");
  }

  /** A text of at most {@code longest} code points with something to be seen in it. */
  static Schema filled(int longest) {
    return new Form(longest, Form.FILLED, "a text that is not blank");
  }

  /**
   * A text of a form.
   *
   * @param expression a regular expression of the whole text, of Java and of JSON Schema alike
   * @param wanted what a message says of it, such as "a name"
   */
  static Schema form(int longest, String expression, String wanted) {
    return new Form(longest, expression, wanted);
  }

  /**
   * What identifies something, as part of a path: an imported photo may have any text. What paths
   * of requests never have is left out, such as steps upwards, empty ones and what servers strip.
   */
  static Schema id() {
    return form(
        Form.LONGEST_ID,
        Form.ID,
        "an id: at most 200 characters, no control characters, semicolons or backslashes, and"
            + " between slashes more than dots");
  }

  /** A day such as 2021-12-31. */
  static Schema day() {
    return new Text(10, "date");
  }

  /** One of these words. */
  static Schema oneOf(List<String> words) {
    return new Words(words);
  }

  /** A whole number from {@code least} to {@code most}. */
  static Schema integer(long least, long most) {
    return new Whole(least, most);
  }

  /** A whole number of at least 0: for replies. */
  static Schema count() {
    return new Whole(0, Long.MAX_VALUE);
  }

  /** A finite number from {@code least} to {@code most}. */
  static Schema number(double least, double most) {
    return new Real(least, most);
  }

  /** Any number: for replies. */
  static Schema number() {
    return new Real(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  static Schema flag() {
    return new Flag();
  }

  /** An array of at most {@code most} such values. */
  static Schema list(Schema items, int most) {
    return new Items(items, most);
  }

  /** An array of any length: for replies. */
  static Schema list(Schema items) {
    return new Items(items, Integer.MAX_VALUE);
  }

  /** An object whose keys are data and whose values are alike. */
  static Schema map(Schema values) {
    return new Keyed(values);
  }

  /** Any value: for replies whose shape is described elsewhere. */
  static Schema any() {
    return new Any();
  }

  /** A new object without members; the name is unique among all routes, in CamelCase. */
  static Members object(String name) {
    return new Members(name, List.of(), false);
  }

  /** This, or null. */
  default Schema orNull() {
    return new OrNull(this);
  }

  /** See {@link #text(int)}; the format is OpenAPI's, or empty. */
  record Text(int longest, String format) implements Schema {}

  /** See {@link #form}. */
  record Form(int longest, String expression, String wanted) implements Schema {
    private static final String FILLED = "^[^\\u0000]*[^" + BLANK + "\\u0000][^\\u0000]*$";
    private static final int LONGEST_ID = 200;
    private static final String NEVER = "/;\\\\\\u0000-\\u001f\\u007f";
    private static final String STEP = "\\.*[^." + NEVER + "][^" + NEVER + "]*";
    private static final String ID = "^" + STEP + "(/" + STEP + ")*$";
  }

  /** See {@link #oneOf}. */
  record Words(List<String> words) implements Schema {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** See {@link #integer}. */
  record Whole(long least, long most) implements Schema {}

  /** See {@link #number(double, double)}. */
  record Real(double least, double most) implements Schema {}

  /** See {@link #flag}. */
  record Flag() implements Schema {}

  /** See {@link #list(Schema, int)}. */
  record Items(Schema items, int most) implements Schema {}

  /** See {@link #map}. */
  record Keyed(Schema values) implements Schema {}

  /** See {@link #any}. */
  record Any() implements Schema {}

  /** See {@link #orNull}. */
  record OrNull(Schema value) implements Schema {}

  /** A member of an object. */
  record Member(String name, Schema value, boolean required, String help) {}

  /**
   * An object with these members. Others are refused in a body, and an {@code open} object of a
   * reply may have them.
   */
  record Members(String name, List<Member> members, boolean open) implements Schema {
    public Members {
      members = List.copyOf(members);
    }

    /** This object with a member that is always there. */
    public Members with(String member, Schema value, String help) {
      return plus(new Member(member, value, true, help));
    }

    /** This object with a member that may be absent. */
    public Members optional(String member, Schema value, String help) {
      return plus(new Member(member, value, false, help));
    }

    /** This object, which may have members that are not declared. */
    public Members andMore() {
      return new Members(name, members, true);
    }

    private Members plus(Member member) {
      List<Member> all = new ArrayList<>(members);
      all.add(member);
      return new Members(name, all, open);
    }
  }
}

package io.lumiere.web.search;

/** How values of requests are shown in messages. */
final class ShownValue {
  private static final int SHOWN = 60;

  private ShownValue() {}

  /** What a message shows of a value. */
  static String of(String text) {
    return (text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text)
        .replaceAll("\\p{Cntrl}", "?");
  }
}

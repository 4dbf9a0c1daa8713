package io.lumiere.indexer.internal.metadata;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The value of an XMP property. Its schema says whether it should be a text, an array or a
 * structure, but many writers ignore that: so it may be several.
 *
 * @param text what it says itself
 * @param language of the text, such as {@code x-default}
 * @param items of an array
 * @param fields of a structure
 */
record XmpValue(
    @Nullable String text,
    @Nullable String language,
    List<XmpValue> items,
    Map<XmpName, XmpValue> fields) {
  private static final String DEFAULT_LANGUAGE = "x-default";

  static XmpValue of(String text) {
    return new XmpValue(text, null, List.of(), Map.of());
  }

  /** Whether it says nothing. */
  boolean isBlank() {
    return (text == null || text.isBlank()) && items.isEmpty() && fields.isEmpty();
  }

  /** The text; of an array the item in the default language, or else the first that has one. */
  @Nullable String plain() {
    if (text != null && !text.isBlank()) {
      return text;
    }
    Stream<XmpValue> defaults =
        items.stream().filter(item -> DEFAULT_LANGUAGE.equalsIgnoreCase(item.language()));
    return Stream.concat(defaults, items.stream())
        .map(XmpValue::text)
        .filter(item -> item != null && !item.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** The texts of the items, or else its own. */
  List<String> texts() {
    if (items.isEmpty()) {
      return text == null || text.isBlank() ? List.of() : List.of(text);
    }
    return items.stream()
        .map(XmpValue::plain)
        .filter(item -> item != null && !item.isBlank())
        .toList();
  }

  /** Its items; itself where it has none. */
  List<XmpValue> each() {
    return items.isEmpty() ? List.of(this) : items;
  }

  /** A field; null where there is none. */
  @Nullable XmpValue field(String namespace, String name) {
    return fields.get(new XmpName(namespace, name));
  }

  /** The text of a field; null where there is none. */
  @Nullable String fieldText(String namespace, String name) {
    XmpValue field = field(namespace, name);
    return field == null ? null : field.plain();
  }
}

package io.lumiere.query.language.fields;

import java.util.List;

/**
 * A field that a search can name.
 *
 * @param name as help shows it
 * @param aliases other names of it
 * @param example a value, as help shows it
 * @param help what it keeps, in a few words
 * @param spacious whether an unquoted value may go on past a space, like {@code last june}
 * @param reader reads its values
 */
public record QueryField(
    String name,
    List<String> aliases,
    String example,
    String help,
    boolean spacious,
    ValueReader reader) {
  public QueryField {
    aliases = List.copyOf(aliases);
  }
}

package io.lumiere.query.language;

import org.jspecify.annotations.Nullable;

/**
 * A part of a search whose words photos are to have: bare or quoted words, or a value of a field.
 * Prefixes, fuzzy words and negated parts are left out. Immutable.
 *
 * @param column where it begins in the search, in code points from 0
 * @param length of how many code points it is
 * @param field the field of the index that is to have the words; null for any
 */
public record WrittenWords(int column, int length, @Nullable String field) {}

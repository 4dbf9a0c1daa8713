package io.lumiere.query.language;

import org.apache.lucene.search.Query;

/**
 * A filter, and what it keeps in words.
 *
 * @param words such as {@code ISO above 800}
 * @param field the language's field that it is about, such as {@code iso}; empty where it is about
 *     no single one
 * @param query the photos that it keeps
 */
public record Kept(String words, String field, Query query) {}

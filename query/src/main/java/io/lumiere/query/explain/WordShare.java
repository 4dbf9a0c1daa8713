package io.lumiere.query.explain;

/**
 * What one word of a search counts for in a photo's words. Immutable.
 *
 * @param word as it was searched for
 * @param field the words field that holds it and counts most, as {@link io.lumiere.schema.Fields}
 *     names it
 * @param counts its part of the score of the photo's words, above 0, at most 1
 * @param isStem whether the field holds another word of the same stem
 */
public record WordShare(String word, String field, float counts, boolean isStem) {}

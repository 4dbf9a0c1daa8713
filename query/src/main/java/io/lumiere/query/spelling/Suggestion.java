package io.lumiere.query.spelling;

/**
 * A word of a search that no photo has in its words, and the one that was likely meant. Immutable.
 *
 * @param start where the word begins in the search, in code points from 0
 * @param end where it has ended
 * @param word as it was written
 * @param replacement a word of the index, without accents
 * @param photos how many photos have the replacement, 1 or more
 * @param corrected the whole search with every suggestion of its result made
 */
public record Suggestion(
    int start, int end, String word, String replacement, int photos, String corrected) {}

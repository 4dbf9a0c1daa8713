package io.lumiere.query;

import io.lumiere.query.facet.FacetSearch;

/**
 * What a result shows about a request's hits. Immutable.
 *
 * @param arrangement what is done with hits once they are in order
 * @param counted what all hits are counted by
 * @param isHighlighted whether matches in photos' words are highlighted
 * @param isCutMarked whether the result says where the likely matches end
 * @param isSpellingChecked whether corrections are suggested for words that no photo has
 */
record View(
    Arrangement arrangement,
    FacetSearch counted,
    boolean isHighlighted,
    boolean isCutMarked,
    boolean isSpellingChecked) {}

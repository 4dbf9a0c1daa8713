package io.lumiere.query;

import io.lumiere.query.facet.FacetSearch;

/**
 * What a result shows of a request's hits. Immutable.
 *
 * @param arrangement what becomes of hits once they are in order
 * @param counted what all hits are counted by
 * @param isHighlighted whether it is shown where in photos' words stands what was sought
 * @param isSpellingChecked whether it is looked for what was likely meant by words no photo has
 */
record View(
    Arrangement arrangement,
    FacetSearch counted,
    boolean isHighlighted,
    boolean isSpellingChecked) {}

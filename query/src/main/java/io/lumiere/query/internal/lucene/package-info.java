/**
 * Lucene queries on what a photo's fields mean: days, times of day, shapes, paths, folded words.
 */
@NullMarked
package io.lumiere.query.internal.lucene;

import org.jspecify.annotations.NullMarked;

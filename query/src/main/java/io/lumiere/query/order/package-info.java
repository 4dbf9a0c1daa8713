/**
 * All hits of a search in their order: sorted by numbers rather than by Lucene's queue, which is
 * slow where it holds a million, read in columns from doc values, and cut into sections.
 */
@NullMarked
package io.lumiere.query.order;

import org.jspecify.annotations.NullMarked;

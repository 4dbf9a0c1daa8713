/**
 * Counts over all hits of a query: by the values of fields, and over time.
 *
 * <p>Values are read from doc values segment by segment, in one pass over the hits, or over the
 * other documents where these are fewer: {@code SegmentValues} keeps the counts of whole segments.
 * What several facets need is read once. Lucene's own facet module counts one field's values; here
 * most facets are of several fields (make and model, country and region and town, a date and how
 * much of it is known), and hits without a value are counted as well. {@code ARCHITECTURE.md} has
 * what came out when that module was tried.
 */
@NullMarked
package io.lumiere.query.facet;

import org.jspecify.annotations.NullMarked;

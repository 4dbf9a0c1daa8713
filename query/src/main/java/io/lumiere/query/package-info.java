/**
 * Search in a Lumiere directory. {@link io.lumiere.query.PhotoSearch} opens one and answers {@link
 * io.lumiere.query.SearchRequest}s; {@link io.lumiere.query.SharedSearch} searches several as one.
 * No native code is needed: an application brings its own vectors, or plugs in a {@link
 * io.lumiere.query.TextEncoder}.
 *
 * <p>A request is made ready once by {@code PreparedSearch}; {@code PageSearch} finds a page of
 * hits, {@code ResultSearch} adds what is said of all of them. The packages below:
 *
 * <ul>
 *   <li>{@link io.lumiere.query.language}: what people write, with its grammar, its fields and its
 *       dates
 *   <li>{@link io.lumiere.query.hybrid}: one Lucene query of a vector, words and a filter; knows
 *       nothing of photos
 *   <li>{@link io.lumiere.query.facet}, {@link io.lumiere.query.group}, {@link
 *       io.lumiere.query.alike}: counts, groups, near duplicates
 *   <li>{@link io.lumiere.query.highlight}, {@link io.lumiere.query.explain}, {@link
 *       io.lumiere.query.spelling}: where words stand, why a photo is a hit, what was likely meant
 *   <li>{@link io.lumiere.query.order}, {@link io.lumiere.query.event}, {@link
 *       io.lumiere.query.map}: all hits in their order, read in columns; what they are events of;
 *       where they lie on a map
 *   <li>{@link io.lumiere.query.completion}: what may be meant in a half-written search
 *   <li>{@link io.lumiere.query.eval}: how well captions find their photos
 * </ul>
 */
@NullMarked
package io.lumiere.query;

import org.jspecify.annotations.NullMarked;

/**
 * Search in a Lumiere directory. {@link io.lumiere.query.PhotoSearch} opens one and answers {@link
 * io.lumiere.query.SearchRequest}s. No native code is needed: an application brings its own
 * vectors, or plugs in a {@link io.lumiere.query.TextEncoder}.
 */
@NullMarked
package io.lumiere.query;

import org.jspecify.annotations.NullMarked;

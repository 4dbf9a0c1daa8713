/** The hits of a search on a map. */
@NullMarked
package io.lumiere.query.map;

import org.jspecify.annotations.NullMarked;

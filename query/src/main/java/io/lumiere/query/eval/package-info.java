/** Measures how well a search finds photos by captions of them. */
@NullMarked
package io.lumiere.query.eval;

import org.jspecify.annotations.NullMarked;

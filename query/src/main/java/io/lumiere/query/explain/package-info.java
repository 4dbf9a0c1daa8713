/** Why a photo is a hit, or is none, in plain words. */
@NullMarked
package io.lumiere.query.explain;

import org.jspecify.annotations.NullMarked;

/** Why a photo is a hit, or why it is not, in plain words. */
@NullMarked
package io.lumiere.query.explain;

import org.jspecify.annotations.NullMarked;

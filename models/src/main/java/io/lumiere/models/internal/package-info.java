/** What several packages of this module share: locks, weights in Python packages, late networks. */
@NullMarked
package io.lumiere.models.internal;

import org.jspecify.annotations.NullMarked;

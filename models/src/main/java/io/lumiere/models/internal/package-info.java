/** Parts of the models module that others must not depend on. */
@NullMarked
package io.lumiere.models.internal;

import org.jspecify.annotations.NullMarked;

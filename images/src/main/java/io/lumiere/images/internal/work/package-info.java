/** Work on one photo that ends: within a time, and when nobody wants it any more. */
@NullMarked
package io.lumiere.images.internal.work;

import org.jspecify.annotations.NullMarked;

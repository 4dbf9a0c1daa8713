/** What a file says of itself before any pixel is decoded. */
@NullMarked
package io.lumiere.images.internal.header;

import org.jspecify.annotations.NullMarked;

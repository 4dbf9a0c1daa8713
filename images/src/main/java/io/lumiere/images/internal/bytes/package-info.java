/** Reading of a file's bytes that checks every bound. */
@NullMarked
package io.lumiere.images.internal.bytes;

import org.jspecify.annotations.NullMarked;

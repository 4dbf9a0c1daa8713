/** Reading of a file's bytes that checks every bound. */
@NullMarked
package io.lumiere.models.internal.bytes;

import org.jspecify.annotations.NullMarked;

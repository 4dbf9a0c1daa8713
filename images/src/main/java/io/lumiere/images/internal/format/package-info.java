/**
 * What an image file is: its format by its first bytes, and the header of each format. Nothing here
 * calls native code, so nothing that a file contains can do harm before its size is known.
 */
@NullMarked
package io.lumiere.images.internal.format;

import org.jspecify.annotations.NullMarked;

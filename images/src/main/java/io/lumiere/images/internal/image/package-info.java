/**
 * What an image file is, said by its first bytes (format, size, orientation), and the pure Java
 * side of decoding: samples of any depth to upright 8-bit RGB on white. Nothing here calls native
 * code, so nothing that a file contains can do harm before its size is known.
 */
@NullMarked
package io.lumiere.images.internal.image;

import org.jspecify.annotations.NullMarked;

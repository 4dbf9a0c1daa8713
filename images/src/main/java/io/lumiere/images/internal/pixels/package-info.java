/** The pure Java side of decoding: samples of any depth to upright 8-bit RGB on white. */
@NullMarked
package io.lumiere.images.internal.pixels;

import org.jspecify.annotations.NullMarked;

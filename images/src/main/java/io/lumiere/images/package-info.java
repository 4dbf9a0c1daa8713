/**
 * From a photo's file to its pixels: {@link io.lumiere.images.ImageDecoder} reads every format,
 * small where a small picture serves, within bounds of memory and time.
 */
@NullMarked
package io.lumiere.images;

import org.jspecify.annotations.NullMarked;

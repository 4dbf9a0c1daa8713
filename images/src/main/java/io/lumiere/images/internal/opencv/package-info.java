/**
 * The only place that calls OpenCV: compressed bytes in, rows of samples out. Native pointers stay
 * here.
 */
@NullMarked
package io.lumiere.images.internal.opencv;

import org.jspecify.annotations.NullMarked;

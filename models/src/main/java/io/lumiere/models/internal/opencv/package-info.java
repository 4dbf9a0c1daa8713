/**
 * The only place that calls OpenCV: compressed bytes in, rows of samples out. Native pointers stay
 * here.
 */
@NullMarked
package io.lumiere.models.internal.opencv;

import org.jspecify.annotations.NullMarked;

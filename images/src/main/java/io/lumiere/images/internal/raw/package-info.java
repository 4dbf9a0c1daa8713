/**
 * Finds the largest preview, a JPEG, in cameras' raw files, and how the photo is turned. The
 * sensor's own samples are not developed: the camera has done that better, in the preview.
 */
@NullMarked
package io.lumiere.images.internal.raw;

import org.jspecify.annotations.NullMarked;

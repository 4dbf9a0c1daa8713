/**
 * TIFF files: which of a file's images is the photo, and the kinds of samples that OpenCV does not
 * read or gets wrong.
 */
@NullMarked
package io.lumiere.images.internal.tiff;

import org.jspecify.annotations.NullMarked;

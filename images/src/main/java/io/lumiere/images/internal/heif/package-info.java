/**
 * Reads what a HEIF file says of its pictures (ISO/IEC 23008-12; HEIC and AVIF are such files):
 * where their coded data is, how tiles make a picture, how it is cropped and turned. Nothing here
 * decodes, and nothing calls native code.
 */
@NullMarked
package io.lumiere.images.internal.heif;

import org.jspecify.annotations.NullMarked;

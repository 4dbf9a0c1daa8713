/**
 * Small pictures of photos, for pages and contact sheets: {@link
 * io.lumiere.images.thumbnail.ThumbnailMaker} makes a JPEG in sRGB of any photo.
 */
@NullMarked
package io.lumiere.images.thumbnail;

import org.jspecify.annotations.NullMarked;

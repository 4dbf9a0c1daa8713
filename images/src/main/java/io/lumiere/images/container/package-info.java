/**
 * How image files are built: segments, chunks, boxes, items and directories, read with every bound
 * checked. Decoders and readers of metadata share them. Nothing here looks at pixels.
 */
@NullMarked
package io.lumiere.images.container;

import org.jspecify.annotations.NullMarked;

/**
 * The data that all programs of {@code ./lumiere bench results} are measured with: embeddings of
 * real pictures and texts, an archive of any size that resembles them, and its exact nearest
 * neighbours. Written once, as raw little-endian files that any language reads.
 */
@NullMarked
package io.lumiere.bench.data;

import org.jspecify.annotations.NullMarked;

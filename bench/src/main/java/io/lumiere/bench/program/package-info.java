/**
 * Lumiere as one of the programs that {@code ./lumiere bench results} compares: it builds an index
 * from the common data, and answers the same orders, a line of JSON each, as the programs in {@code
 * bench/src/main/python/programs} do.
 */
@NullMarked
package io.lumiere.bench.program;

import org.jspecify.annotations.NullMarked;

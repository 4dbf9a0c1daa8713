/**
 * One index run: compares the archive with the index, then reads, encodes and writes what is new in
 * bounded stages, on all cores and in flat memory.
 */
@NullMarked
package io.lumiere.indexer.internal.run;

import org.jspecify.annotations.NullMarked;

/**
 * Rows as Parquet files, written and read by Apache's library without Hadoop at run time. Rows are
 * given to its writer. Its decoders give their values back, while files, pages and what they say of
 * themselves are read and checked here: Apache's reader of files does not work without Hadoop, and
 * allocates and repeats as much as a file says. {@link io.lumiere.exchange.internal.parquet.Footer}
 * says where the data is, {@link io.lumiere.exchange.internal.parquet.ChunkPages} gives pages to
 * the decoders, {@link io.lumiere.exchange.internal.parquet.ColumnCursor} makes rows of what they
 * give.
 */
@NullMarked
package io.lumiere.exchange.internal.parquet;

import org.jspecify.annotations.NullMarked;

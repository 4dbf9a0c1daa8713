/**
 * Rows as Parquet files, written and read by Apache's library without Hadoop at run time. Apache's
 * writer takes the rows, and its decoders return their values. Files, pages and their headers are
 * read and checked here: Apache's reader of files does not work without Hadoop, and allocates as
 * much as a file says. {@link io.lumiere.exchange.internal.parquet.Footer} says where the data is,
 * {@link io.lumiere.exchange.internal.parquet.ChunkPages} gives pages to the decoders, {@link
 * io.lumiere.exchange.internal.parquet.ColumnCursor} makes rows of what they give.
 */
@NullMarked
package io.lumiere.exchange.internal.parquet;

import org.jspecify.annotations.NullMarked;

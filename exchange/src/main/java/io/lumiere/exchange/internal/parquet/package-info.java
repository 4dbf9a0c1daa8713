/**
 * Rows as Parquet files. Apache's library writes them, with none of Hadoop at run time; Hardwood
 * reads them, since Apache's reader does not work without Hadoop.
 */
@NullMarked
package io.lumiere.exchange.internal.parquet;

import org.jspecify.annotations.NullMarked;

/**
 * Exports an index to a file of plain records, and imports records into an index. The records have
 * the schema's fields under their own names, in JSON lines or in Parquet, so that other programs
 * read them without Lucene; a file that was exported whole and imported again makes the same index.
 * {@link io.lumiere.exchange.Exporter} and {@link io.lumiere.exchange.Importer} are the ways in.
 */
@NullMarked
package io.lumiere.exchange;

import org.jspecify.annotations.NullMarked;

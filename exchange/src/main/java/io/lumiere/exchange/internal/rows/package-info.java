/**
 * A photo as a row of named and typed values: what both file formats hold. Rows are made from an
 * index's documents and become documents again; the table of columns follows the schema's table of
 * fields, so that a new field needs nothing here.
 */
@NullMarked
package io.lumiere.exchange.internal.rows;

import org.jspecify.annotations.NullMarked;

/**
 * The contract of a Lumiere directory: the names and types of its fields, the record that a photo
 * is, and what a commit says of itself. It needs lucene-core alone, so any Lucene application can
 * depend on it, or read {@link io.lumiere.schema.Fields} and do without.
 */
@NullMarked
package io.lumiere.schema;

import org.jspecify.annotations.NullMarked;

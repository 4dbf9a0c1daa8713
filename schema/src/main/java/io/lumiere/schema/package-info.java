/**
 * The contract of a Lumiere directory: the names and types of its fields, the record that a photo
 * is, and what a commit says of itself. It needs Lucene alone (core, analysis-icu to fold words,
 * and analysis-common for stems), so any Lucene application can depend on it, or read {@link
 * io.lumiere.schema.Fields} and do without.
 *
 * <p>An index may hold vectors of several models, each in a field of its own. {@link
 * io.lumiere.schema.IndexMetadata} says which, and which one is the default; vectors of different
 * models cannot be compared.
 */
@NullMarked
package io.lumiere.schema;

import org.jspecify.annotations.NullMarked;

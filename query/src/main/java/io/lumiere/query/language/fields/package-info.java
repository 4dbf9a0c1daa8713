/** The fields that a search can name: what their values may be, and what they mean to Lucene. */
@NullMarked
package io.lumiere.query.language.fields;

import org.jspecify.annotations.NullMarked;

/**
 * What may be meant at a place in a half-written search: fields, their values, words, names of
 * files. It reads terms and counts that the index has anyway, never photos.
 */
@NullMarked
package io.lumiere.query.completion;

import org.jspecify.annotations.NullMarked;

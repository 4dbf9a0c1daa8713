/**
 * Words that no photo has, and those that were likely meant: {@link
 * io.lumiere.query.spelling.Suggestion}.
 */
@NullMarked
package io.lumiere.query.spelling;

import org.jspecify.annotations.NullMarked;

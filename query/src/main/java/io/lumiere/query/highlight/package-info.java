/**
 * Where the words that were sought stand in a photo's texts: {@link
 * io.lumiere.query.highlight.Highlight}.
 */
@NullMarked
package io.lumiere.query.highlight;

import org.jspecify.annotations.NullMarked;

/** What kinds of files lie in an archive: which are photos by their name, and which by content. */
@NullMarked
package io.lumiere.indexer.internal.kinds;

import org.jspecify.annotations.NullMarked;

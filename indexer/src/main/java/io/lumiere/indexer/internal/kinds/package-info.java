/** What kinds of files lie in an archive, by their names. */
@NullMarked
package io.lumiere.indexer.internal.kinds;

import org.jspecify.annotations.NullMarked;

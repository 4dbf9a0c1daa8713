/**
 * Walks the archive's folders: which files are photos, which folders are passed over, how links and
 * odd names are dealt with.
 */
@NullMarked
package io.lumiere.indexer.internal.scan;

import org.jspecify.annotations.NullMarked;

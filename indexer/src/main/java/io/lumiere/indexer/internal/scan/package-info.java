/**
 * Walks the archive's folders: which files are photos, which folders are skipped, and how links and
 * odd names are handled.
 */
@NullMarked
package io.lumiere.indexer.internal.scan;

import org.jspecify.annotations.NullMarked;

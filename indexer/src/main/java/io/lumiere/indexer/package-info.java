/**
 * Turns a folder of photos into a Lumiere directory, and keeps it up to date: walks the folder,
 * reads each new photo once, and writes its metadata and its vector. What a run has committed, the
 * next run does not do again. {@link io.lumiere.indexer.Indexer} is the way in.
 */
@NullMarked
package io.lumiere.indexer;

import org.jspecify.annotations.NullMarked;

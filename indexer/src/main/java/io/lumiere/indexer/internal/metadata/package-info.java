/**
 * Reads a photo's metadata from its file: when, where and with what it was taken, and the words
 * that people gave it. The library metadata-extractor parses the blocks; which value is believed is
 * decided here. Files next to the photo are read too.
 */
@NullMarked
package io.lumiere.indexer.internal.metadata;

import org.jspecify.annotations.NullMarked;

/**
 * Reads what a photo's file says of it besides its pixels: when, where, with what it was taken, and
 * the words that people gave it. Parsing of the blocks is metadata-extractor's; which value is
 * believed is decided here. Files beside the photo are asked, too.
 */
@NullMarked
package io.lumiere.indexer.internal.metadata;

import org.jspecify.annotations.NullMarked;

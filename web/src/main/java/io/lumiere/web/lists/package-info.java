/**
 * What a person keeps besides the photos: lists (albums and labels) and saved searches.
 *
 * <p>They are in a file of their own beside the index: of the index {@code /data/index} it is
 * {@code /data/index.lists.json}. Not in the index, whose folder is deleted when it is made again,
 * and which only Lucene can read; not among the photos, which Lumiere never writes to; and not in
 * one file for all archives, which a copy of an index would leave behind. Whoever moves an index
 * moves the file with it.
 *
 * <p>A list has its photos by their ids, which stay when files are moved and read again. Each
 * photo's path and content hash stand beside its id: for people who read the file, and to find the
 * photo again in an index that was made again, where all ids are others. Photos that the index does
 * not have stay in their lists and are counted as missing: their disk may be mounted tomorrow.
 */
@NullMarked
package io.lumiere.web.lists;

import org.jspecify.annotations.NullMarked;

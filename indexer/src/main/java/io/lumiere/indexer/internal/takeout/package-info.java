/**
 * Joins the photos of a folder with Google Takeout's JSON files by their names alone: {@link
 * TakeoutFolder} says by which rules.
 */
@NullMarked
package io.lumiere.indexer.internal.takeout;

import org.jspecify.annotations.NullMarked;

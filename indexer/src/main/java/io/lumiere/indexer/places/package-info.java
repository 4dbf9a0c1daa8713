/**
 * Names of places and their time zones, from a compact table that set-up makes of GeoNames' data:
 * in which town and country a photo was taken, and in which time zone. {@link
 * io.lumiere.indexer.places.PlaceSetup} makes the table, {@link
 * io.lumiere.indexer.places.PlaceTable} answers.
 */
@NullMarked
package io.lumiere.indexer.places;

import org.jspecify.annotations.NullMarked;

/**
 * What a sample photo is (its source, its place in the archive, its invented metadata), the tables
 * that list them, the writing of metadata into JPEG files, and the manifest of a finished archive.
 */
@NullMarked
package io.lumiere.gallery.internal.samples;

import org.jspecify.annotations.NullMarked;

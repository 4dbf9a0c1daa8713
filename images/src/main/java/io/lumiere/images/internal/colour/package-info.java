/**
 * What colours a file's numbers stand for: finds the profile that a file holds, or is said to have,
 * and turns pixels into sRGB by it.
 */
@NullMarked
package io.lumiere.images.internal.colour;

import org.jspecify.annotations.NullMarked;

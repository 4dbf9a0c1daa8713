/**
 * Brushes: a canvas in linear light and what landscapes are made of (noise, skies, clouds, ridges,
 * water, ground, trees, buildings). All of them are functions of their arguments and a seed.
 */
@NullMarked
package io.lumiere.gallery.internal.paint;

import org.jspecify.annotations.NullMarked;

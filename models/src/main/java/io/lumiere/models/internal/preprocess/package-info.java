/**
 * From decoded pixels to the numbers that a network takes: resizing as Pillow does it, cropping and
 * normalising. Pure Java.
 */
@NullMarked
package io.lumiere.models.internal.preprocess;

import org.jspecify.annotations.NullMarked;

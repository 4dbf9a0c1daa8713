/**
 * Models that put images and texts into one vector space. {@link io.lumiere.models.Models} opens a
 * model's folder as a {@link io.lumiere.models.DualEncoder}; {@link io.lumiere.images.ImageDecoder}
 * turns files into the pixels that it takes.
 */
@NullMarked
package io.lumiere.models;

import org.jspecify.annotations.NullMarked;

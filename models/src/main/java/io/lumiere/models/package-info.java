/**
 * Models that put images and texts into one vector space. {@link io.lumiere.models.Models} opens a
 * model's folder as a {@link io.lumiere.models.DualEncoder}, which takes decoded pixels and texts.
 */
@NullMarked
package io.lumiere.models;

import org.jspecify.annotations.NullMarked;

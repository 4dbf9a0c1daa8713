/**
 * What the makers of CLIP models call their weights, and how each kind of tower is put together
 * from them. {@link io.lumiere.models.internal.family.Families} finds which family a checkpoint is
 * of; the family gives a {@link io.lumiere.models.internal.family.Conversion}: two networks for
 * ncnn, and what must be done to pictures and texts before they go in. Nothing here is needed to
 * run a model.
 */
@NullMarked
package io.lumiere.models.internal.family;

import org.jspecify.annotations.NullMarked;

/**
 * CLIP models: checkpoints of many makers become one kind of model folder, and such a folder opens
 * as an encoder. {@code ClipImport} makes a folder, {@link io.lumiere.models.internal.family} knows
 * the makers.
 */
@NullMarked
package io.lumiere.models.clip;

import org.jspecify.annotations.NullMarked;

/**
 * CLIP models: checkpoints of many makers become one kind of model folder, and such a folder opens
 * as an encoder. Start at {@code ClipModel}.
 */
@NullMarked
package io.lumiere.models.clip;

import org.jspecify.annotations.NullMarked;

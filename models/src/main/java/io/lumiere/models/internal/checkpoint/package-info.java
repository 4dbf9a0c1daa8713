/**
 * Weights out of the files that PyTorch models are published in: safetensors, PyTorch's zip format
 * and its older one. {@link io.lumiere.models.internal.checkpoint.Checkpoint#open} recognises them.
 * Such files come from strangers, so nothing in one is ever executed: pickles are read by a small
 * machine that builds tensors and plain values and refuses everything else by name.
 */
@NullMarked
package io.lumiere.models.internal.checkpoint;

import org.jspecify.annotations.NullMarked;

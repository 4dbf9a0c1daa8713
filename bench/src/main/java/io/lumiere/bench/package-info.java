/**
 * Measurements that the figures in {@code docs/figures.md} come from. Each compares its
 * alternatives side by side in one run, since machines are noisy: quote the ratios. {@code
 * ./lumiere bench} runs them.
 */
@NullMarked
package io.lumiere.bench;

import org.jspecify.annotations.NullMarked;

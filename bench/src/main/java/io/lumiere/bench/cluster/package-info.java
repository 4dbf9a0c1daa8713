/**
 * The same photos in a directory and in the shards of a SolrCloud on this machine: what is pushed
 * in a second, how long searches take, and each of their stages in a shard. {@code ./lumiere bench
 * cluster} runs it, for the figures of {@code docs/scale.md}.
 */
@NullMarked
package io.lumiere.bench.cluster;

import org.jspecify.annotations.NullMarked;

/**
 * Searches in the shards of a collection as in one directory. A {@link
 * io.lumiere.solr.search.StagedSearch} asks all shards for the frequencies of words, then for the
 * scores in the windows of the legs, and tells each the sums; with them a {@link
 * io.lumiere.solr.search.ShardRun} gives every photo the very score that one index would. What
 * follows is either Solr's own search, by {@link io.lumiere.solr.search.PhotoQueryParser}, or the
 * program's.
 */
@NullMarked
package io.lumiere.solr.search;

import org.jspecify.annotations.NullMarked;

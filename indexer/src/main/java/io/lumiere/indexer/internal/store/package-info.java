/**
 * The index as the indexer uses it: what it held when the run began. Lucene's exceptions become
 * {@link io.lumiere.base.LumiereException}s here.
 */
@NullMarked
package io.lumiere.indexer.internal.store;

import org.jspecify.annotations.NullMarked;

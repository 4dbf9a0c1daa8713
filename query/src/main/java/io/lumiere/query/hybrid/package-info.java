/**
 * {@link io.lumiere.query.hybrid.HybridQuery}: a Lucene query that ranks documents by a vector and
 * by words at once. It works on any Lucene index and knows nothing of photos.
 */
@NullMarked
package io.lumiere.query.hybrid;

import org.jspecify.annotations.NullMarked;

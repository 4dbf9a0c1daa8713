/** A SolrCloud on this machine, to try what works on many and to test it. */
@NullMarked
package io.lumiere.cluster.local;

import org.jspecify.annotations.NullMarked;

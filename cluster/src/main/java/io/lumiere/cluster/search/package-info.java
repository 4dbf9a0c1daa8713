/** Searches a collection of a SolrCloud as one index. */
@NullMarked
package io.lumiere.cluster.search;

import org.jspecify.annotations.NullMarked;

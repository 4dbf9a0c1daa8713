/**
 * A ZooKeeper and the nodes of a SolrCloud, each a process of its own, to try Lumiere and to test
 * it. It is no distribution of Solr: it has no administration pages and no streaming expressions.
 */
@NullMarked
package io.lumiere.solr.node;

import org.jspecify.annotations.NullMarked;

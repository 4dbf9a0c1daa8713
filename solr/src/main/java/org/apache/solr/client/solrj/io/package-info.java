/** Stands in for solr-solrj-streaming; only on the class path of nodes to try Lumiere with. */
@NullMarked
package org.apache.solr.client.solrj.io;

import org.jspecify.annotations.NullMarked;

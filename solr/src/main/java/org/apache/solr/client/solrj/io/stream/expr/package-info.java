/** Stands in for solr-solrj-streaming; only on the class path of nodes to try Lumiere with. */
package org.apache.solr.client.solrj.io.stream.expr;

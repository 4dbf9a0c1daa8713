package org.apache.solr.client.solrj.io.stream.expr;

/**
 * Stands in for the class of this name in solr-solrj-streaming: Solr names it as a kind of plugin.
 * Nothing implements it. Thread-safe.
 */
public interface Expressible {}

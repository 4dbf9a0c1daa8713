/**
 * Tests with a real SolrCloud: a ZooKeeper and nodes, each a process of its own, whose Lucene is
 * another than the program's.
 */
package io.lumiere.examples.cluster;

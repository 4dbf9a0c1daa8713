/**
 * What the nodes of a SolrCloud need to hold Lumiere's photos: the analyzer of words, a kind of
 * field for words with stems, and a processor of updates that derives what documents hold beside
 * the facts. The configset that {@code io.lumiere.cluster} generates names these classes. They are
 * compiled with Solr's Lucene from the same source as the program, so both cannot drift.
 */
@NullMarked
package io.lumiere.solr.plugin;

import org.jspecify.annotations.NullMarked;

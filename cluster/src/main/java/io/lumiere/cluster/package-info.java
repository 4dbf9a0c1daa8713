/**
 * Photos in collections of a SolrCloud, for archives that one machine is too small for. {@code
 * collection} is what a collection is and how it is reached, {@code push} copies a directory into
 * one, {@code local} starts a SolrCloud on this machine to try it. What runs inside Solr is in the
 * module {@code solr}, whose Lucene is another one; nothing here needs its classes.
 */
@NullMarked
package io.lumiere.cluster;

import org.jspecify.annotations.NullMarked;

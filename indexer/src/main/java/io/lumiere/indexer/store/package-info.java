/**
 * Where an index run puts photos, and what it asks of it: a directory, which this module
 * implements, or something else, such as a collection of a SolrCloud.
 */
@NullMarked
package io.lumiere.indexer.store;

import org.jspecify.annotations.NullMarked;

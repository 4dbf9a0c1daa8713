/**
 * What a collection of photos is: its address, its configset, its documents, and the connection to
 * it.
 */
@NullMarked
package io.lumiere.cluster.collection;

import org.jspecify.annotations.NullMarked;

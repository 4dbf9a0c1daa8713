/** Copies the documents of a directory into a collection. */
@NullMarked
package io.lumiere.cluster.push;

import org.jspecify.annotations.NullMarked;

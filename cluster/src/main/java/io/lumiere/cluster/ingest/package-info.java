/** A collection as the destination of an index run. */
@NullMarked
package io.lumiere.cluster.ingest;

import org.jspecify.annotations.NullMarked;

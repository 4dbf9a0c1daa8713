/** Programs that write to a collection, kept apart by nodes of ZooKeeper. */
@NullMarked
package io.lumiere.cluster.lock;

import org.jspecify.annotations.NullMarked;

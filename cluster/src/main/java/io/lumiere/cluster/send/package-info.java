/** Requests that put photos into a collection, several at a time, made again where a node fails. */
@NullMarked
package io.lumiere.cluster.send;

import org.jspecify.annotations.NullMarked;

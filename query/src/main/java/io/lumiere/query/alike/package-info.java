/**
 * What photos of a result have to do with each other: near duplicates stand once, and a diverse
 * order puts what is unlike before what is more of the same.
 */
@NullMarked
package io.lumiere.query.alike;

import org.jspecify.annotations.NullMarked;

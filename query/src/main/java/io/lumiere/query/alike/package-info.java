/**
 * How the photos of a result relate to each other: near duplicates are shown once, and a diverse
 * order puts what is different before more of the same.
 */
@NullMarked
package io.lumiere.query.alike;

import org.jspecify.annotations.NullMarked;

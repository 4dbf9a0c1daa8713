/** Photos of a collection as exports read them, and imports write them. */
@NullMarked
package io.lumiere.cluster.exchange;

import org.jspecify.annotations.NullMarked;

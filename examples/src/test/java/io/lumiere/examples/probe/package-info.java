/** Programs that the tests run in JVMs of their own, each with one Lucene on its class path. */
@NullMarked
package io.lumiere.examples.probe;

import org.jspecify.annotations.NullMarked;

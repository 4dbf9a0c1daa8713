/**
 * How the folder of an index is looked at, opened and written, for all modules alike. Lucene's
 * exceptions become {@link io.lumiere.base.LumiereException}s here.
 */
@NullMarked
package io.lumiere.schema.store;

import org.jspecify.annotations.NullMarked;

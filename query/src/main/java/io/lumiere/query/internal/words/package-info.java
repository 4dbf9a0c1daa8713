/** Words of searches as Lucene queries on the words fields. */
@NullMarked
package io.lumiere.query.internal.words;

import org.jspecify.annotations.NullMarked;

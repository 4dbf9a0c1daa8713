/** Which files a person wants to ignore: rules in the syntax of {@code .gitignore}. */
@NullMarked
package io.lumiere.indexer.internal.ignore;

import org.jspecify.annotations.NullMarked;

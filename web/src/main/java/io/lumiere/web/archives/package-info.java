/**
 * The archives that the gallery knows, and their open indexes. An index is opened when it is first
 * asked for, stays open, and shows what is committed to it within two seconds, by this program or
 * another one. {@link io.lumiere.web.archives.Archives#open} is how endpoints get one.
 */
@NullMarked
package io.lumiere.web.archives;

import org.jspecify.annotations.NullMarked;

/**
 * What a search on the command line is made of: texts and pictures, named photos, their vectors.
 */
@NullMarked
package io.lumiere.app.search;

import org.jspecify.annotations.NullMarked;

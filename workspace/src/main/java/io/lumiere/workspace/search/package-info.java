/**
 * What a person's search is made of: texts and pictures, named photos, their vectors; with what is
 * known of a model's cosines.
 */
@NullMarked
package io.lumiere.workspace.search;

import org.jspecify.annotations.NullMarked;

/**
 * What searches by words ask of an index before they rank: how many photos there are, and how many
 * have a word. One directory answers for itself; where a search goes over several, their answers
 * are added up first.
 */
@NullMarked
package io.lumiere.query.statistics;

import org.jspecify.annotations.NullMarked;

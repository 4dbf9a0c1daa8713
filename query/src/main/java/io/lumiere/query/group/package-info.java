/**
 * Puts the hits of a search into groups: photos of one day, month, year, burst or place. One pass
 * over the hits finds each group's best and counts it; ordinary searches find what is shown of a
 * group.
 */
@NullMarked
package io.lumiere.query.group;

import org.jspecify.annotations.NullMarked;

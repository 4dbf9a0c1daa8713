/**
 * Events: photos that belong together by time and place, such as a party, a day out or a trip. The
 * rule is in {@code EventRule}; it looks at all photos of an archive, so that a search does not
 * change what an event is.
 */
@NullMarked
package io.lumiere.query.event;

import org.jspecify.annotations.NullMarked;

/**
 * Searches by the parameters of the API: what they mean, the orders of hits that a page scrolls
 * through, and the endpoints that answer with photos, counts, places and events.
 */
@NullMarked
package io.lumiere.web.search;

import org.jspecify.annotations.NullMarked;

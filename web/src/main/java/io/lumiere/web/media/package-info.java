/**
 * Pictures and films of the photos of an index: thumbnails, which are made when they are first
 * asked for and kept in a cache, originals, the films of live photos, and the desktop's file
 * manager. What is served is always of a photo that the index holds, in a file inside its archive,
 * with the content that was indexed.
 */
@NullMarked
package io.lumiere.web.media;

import org.jspecify.annotations.NullMarked;

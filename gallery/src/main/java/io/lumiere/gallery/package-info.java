/**
 * The sample archive: a folder of photos with dates, cameras, places and keywords to try the index
 * on, made from freely licensed photos of Debian packages or, without those, from scenes painted by
 * this module. Also contact sheets, and large photos for speed measurements.
 */
@NullMarked
package io.lumiere.gallery;

import org.jspecify.annotations.NullMarked;

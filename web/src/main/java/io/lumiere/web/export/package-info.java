/**
 * Downloads of all photos of a search: their paths, records of what is known of them, an archive of
 * the files or of smaller copies, and a contact sheet. All are written while they are sent.
 */
@NullMarked
package io.lumiere.web.export;

import org.jspecify.annotations.NullMarked;

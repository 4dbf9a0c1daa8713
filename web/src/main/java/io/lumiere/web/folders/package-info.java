/**
 * Folders of the machine that the gallery runs on, for a person who types which to index. Only
 * folders are listed, never files.
 */
@NullMarked
package io.lumiere.web.folders;

import org.jspecify.annotations.NullMarked;

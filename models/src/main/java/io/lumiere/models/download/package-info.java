/**
 * Downloads large files: {@link io.lumiere.models.download.Download} resumes, verifies, and puts a
 * file in its place at once.
 */
@NullMarked
package io.lumiere.models.download;

import org.jspecify.annotations.NullMarked;

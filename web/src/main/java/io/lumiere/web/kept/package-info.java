/**
 * Small files that outlive the program and its indexes: plain JSON that a person can read, copy to
 * another disk, and mend.
 */
@NullMarked
package io.lumiere.web.kept;

import org.jspecify.annotations.NullMarked;

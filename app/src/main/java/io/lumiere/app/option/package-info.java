/** Options that several commands share. They say what was written, and print nothing. */
@NullMarked
package io.lumiere.app.option;

import org.jspecify.annotations.NullMarked;

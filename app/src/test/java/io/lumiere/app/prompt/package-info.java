/** Tests of the searches from the prompt that a gallery runs. */
@NullMarked
package io.lumiere.app.prompt;

import org.jspecify.annotations.NullMarked;

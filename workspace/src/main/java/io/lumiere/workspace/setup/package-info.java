/** What is made ready before anything works: packages, models, places, a decoder. */
@NullMarked
package io.lumiere.workspace.setup;

import org.jspecify.annotations.NullMarked;

/**
 * The command line. Each command is one class, named after it; {@link io.lumiere.app.Main} lists
 * them, {@link io.lumiere.app.Home} knows where things are kept.
 */
@NullMarked
package io.lumiere.app;

import org.jspecify.annotations.NullMarked;

/**
 * What the command line and the gallery's server share: where things are kept, which model goes
 * with an index, how both are made ready and opened. Nothing here prints: what a person should know
 * goes to a {@link io.lumiere.workspace.setup.SetupListener}.
 */
@NullMarked
package io.lumiere.workspace;

import org.jspecify.annotations.NullMarked;

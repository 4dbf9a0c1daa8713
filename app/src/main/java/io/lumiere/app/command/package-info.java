/**
 * The commands: each is one class, named after it; {@link io.lumiere.app.command.LumiereCommand}
 * lists them.
 */
@NullMarked
package io.lumiere.app.command;

import org.jspecify.annotations.NullMarked;

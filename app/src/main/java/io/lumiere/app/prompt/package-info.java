/**
 * Searches from the prompt that a running gallery answers: what takes long in a search of its own
 * process, to start Java and to open the model and the index, is done there already.
 *
 * <p>The gallery listens on a Unix socket in a folder that its user alone may enter, and both ends
 * ask the system who the other one is, so no secret is needed. {@link
 * io.lumiere.app.prompt.PromptClient} hands over the arguments, and prints the reply when it is
 * complete. Where there is none, the launcher goes on as without a gallery, so nothing depends on
 * this but time.
 */
@NullMarked
package io.lumiere.app.prompt;

import org.jspecify.annotations.NullMarked;

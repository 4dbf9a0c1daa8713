/** What is made ready before a command works: where things are kept, packages, models, places. */
@NullMarked
package io.lumiere.app.setup;

import org.jspecify.annotations.NullMarked;

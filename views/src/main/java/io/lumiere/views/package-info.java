/**
 * What searches find, as it is shown: a {@link io.lumiere.views.ResultView} is what a terminal, a
 * script and a web page print. The JSON form is written here, once for all of them.
 */
@NullMarked
package io.lumiere.views;

import org.jspecify.annotations.NullMarked;

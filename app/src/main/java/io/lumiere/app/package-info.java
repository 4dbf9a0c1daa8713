/**
 * The command line: {@link io.lumiere.app.Main} starts it. A command of {@code command} reads its
 * {@code option}s, makes ready what it needs by {@code setup}, and prints by {@code output}.
 */
@NullMarked
package io.lumiere.app;

import org.jspecify.annotations.NullMarked;

/**
 * What is printed: tables and lines for people, JSON for scripts, progress, the terminal itself.
 */
@NullMarked
package io.lumiere.app.output;

import org.jspecify.annotations.NullMarked;

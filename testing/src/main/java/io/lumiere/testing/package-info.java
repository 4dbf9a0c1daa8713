/**
 * What the tests of all modules share. {@link io.lumiere.testing.Seeds} is their one source of
 * randomness, {@link io.lumiere.testing.Fuzz} runs a check over damaged input, and the file {@code
 * junit-platform.properties} gives every test a limit of time. Nothing here is part of the program.
 */
@NullMarked
package io.lumiere.testing;

import org.jspecify.annotations.NullMarked;

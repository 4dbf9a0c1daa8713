package io.lumiere.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A parameter of type {@link java.util.Random} or {@code long} of a test, of its constructor or of
 * a method that prepares it: the random numbers, or the seed, that belong to this run of the test.
 * Each repetition has its own. The seed is printed before the test runs, and a failure says how to
 * repeat it.
 */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SeedExtension.class)
public @interface Seeded {}

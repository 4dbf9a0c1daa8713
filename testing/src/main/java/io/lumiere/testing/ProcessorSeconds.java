package io.lumiere.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many seconds of processor time each test may take, in its own thread: for inputs that are
 * made to take long. Unlike a time-out, it says the same on a machine that is busy with other work.
 * The one on a method comes before the one on its class. What never ends is stopped by the limit
 * that all tests have.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProcessorClock.class)
public @interface ProcessorSeconds {
  int value();
}

package io.lumiere.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes again and again, each time with another seed, until the time is over; what
 * {@code ./lumiere fuzz} starts in each module's folder. Ends with 0, with 1 if something was
 * found, or with 3 if something was found that hangs and cannot be stopped: another process has to
 * go on. For one thread.
 */
public final class FuzzMain {
  private static final int FOUND = 1;
  private static final int STUCK = 3;

  /** One target at a time gets so many seconds at least and at most. */
  private static final long LEAST_TURN = 2;

  private static final long LONGEST_TURN = 60;

  private FuzzMain() {}

  /**
   * Runs it.
   *
   * @param args how many seconds, 0 for one time; the first seed, and the names of the test classes
   */
  public static void main(String[] args) {
    long seconds = Long.parseLong(args[0]);
    long seed = Long.parseLong(args[1]);
    List<String> classes = new ArrayList<>(Arrays.asList(args).subList(2, args.length));
    long end = seconds == 0 ? Long.MAX_VALUE : System.currentTimeMillis() + seconds * 1_000;
    long turn = Math.clamp(seconds / (2L * classes.size()), LEAST_TURN, LONGEST_TURN);
    System.setProperty(Fuzz.SECONDS, Long.toString(turn));
    System.setProperty(Fuzz.END, Long.toString(end));
    FuzzListener listener = new FuzzListener();
    do {
      Collections.shuffle(classes, new Random(seed));
      round(classes, seed++, end, listener);
    } while (seconds > 0 && System.currentTimeMillis() < end && !LimitedThread.isAnyStuck());
    System.exit(LimitedThread.isAnyStuck() ? STUCK : listener.found() ? FOUND : 0);
  }

  private static void round(List<String> classes, long seed, long end, FuzzListener listener) {
    System.setProperty(Seeds.PROPERTY, Long.toString(seed));
    System.setProperty("tests.seed", Long.toString(seed));
    for (String name : classes) {
      if (System.currentTimeMillis() < end && !LimitedThread.isAnyStuck()) {
        LauncherFactory.create().execute(request(name), listener);
      }
    }
  }

  private static LauncherDiscoveryRequest request(String name) {
    return LauncherDiscoveryRequestBuilder.request()
        .selectors(DiscoverySelectors.selectClass(name))
        // Fuzz targets have limits of their own, and here they go on for longer than a test.
        .configurationParameter("junit.jupiter.execution.timeout.default", "30 m")
        .build();
  }
}

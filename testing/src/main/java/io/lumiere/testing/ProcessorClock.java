package io.lumiere.testing;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Measures tests with {@link ProcessorSeconds}. Thread-safe. */
final class ProcessorClock implements InvocationInterceptor {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation,
      ReflectiveInvocationContext<Method> called,
      ExtensionContext context)
      throws Throwable {
    Duration most = Duration.ofSeconds(limit(called).value());
    long before = THREADS.getCurrentThreadCpuTime();
    invocation.proceed();
    Duration taken = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
    if (taken.compareTo(most) > 0) {
      throw new AssertionError(
          "took " + taken.toMillis() + " ms of processor time, more than " + most.toMillis());
    }
  }

  private static ProcessorSeconds limit(ReflectiveInvocationContext<Method> called) {
    return AnnotationSupport.findAnnotation(called.getExecutable(), ProcessorSeconds.class)
        .or(() -> AnnotationSupport.findAnnotation(called.getTargetClass(), ProcessorSeconds.class))
        .orElseThrow();
  }
}

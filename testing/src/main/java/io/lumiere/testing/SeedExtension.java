package io.lumiere.testing;

import java.lang.reflect.Executable;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/** Gives {@link Seeded} parameters their values, and adds to a failure how to repeat it. */
final class SeedExtension implements ParameterResolver, TestExecutionExceptionHandler {
  @Override
  public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
    return ExtensionContextScope.TEST_METHOD;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> type = parameter.getParameter().getType();
    return parameter.isAnnotated(Seeded.class) && (type == Random.class || type == long.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
    Class<?> declaring = parameter.getDeclaringExecutable().getDeclaringClass();
    Seeds.print(declaring.getName());
    long seed = Seeds.of(name(parameter, test));
    return parameter.getParameter().getType() == long.class ? (Object) seed : new Random(seed);
  }

  /**
   * What distinguishes this parameter from all others: the test's own name and number, and the
   * place.
   */
  private static String name(ParameterContext parameter, ExtensionContext test) {
    Executable place = parameter.getDeclaringExecutable();
    return test.getUniqueId() + " " + place.getName() + " " + parameter.getIndex();
  }

  @Override
  public void handleTestExecutionException(ExtensionContext test, Throwable failure)
      throws Throwable {
    String name = test.getRequiredTestClass().getSimpleName();
    String method = test.getTestMethod().map(found -> "#" + found.getName()).orElse("");
    failure.addSuppressed(
        new ToRepeat("-Dtest=" + name + method + " -D" + Seeds.PROPERTY + "=" + Seeds.ofRun()));
    throw failure;
  }

  /** Stands in the failure's report as a line; it has no stack of its own. */
  static final class ToRepeat extends RuntimeException {
    ToRepeat(String options) {
      super("to repeat it: ./lumiere test " + options, null, false, false);
    }
  }
}

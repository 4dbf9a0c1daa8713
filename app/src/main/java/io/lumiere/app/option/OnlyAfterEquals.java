package io.lumiere.app.option;

import java.util.Map;
import java.util.Stack;
import picocli.CommandLine.IParameterPreprocessor;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option takes a value only after {@code =}, and else its fallback: the word of a search that
 * follows would be the option's value otherwise.
 */
final class OnlyAfterEquals implements IParameterPreprocessor {
  @Override
  @SuppressWarnings("JdkObsolete") // It is picocli's interface.
  public boolean preprocess(
      Stack<String> arguments, CommandSpec command, ArgSpec option, Map<String, Object> info) {
    if (!"=".equals(info.get("separator"))) {
      arguments.push(((OptionSpec) option).fallbackValue());
    }
    return false;
  }
}

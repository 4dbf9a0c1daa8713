package io.lumiere.app.command;

import io.lumiere.query.language.fields.Nearest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments of a command, in one line. */
final class UsageMessage {
  private static final Pattern NOT_A_NUMBER = Pattern.compile("'(.*)' is not an? (?:int|long)$");
  private static final Pattern NOT_A_FRACTION =
      Pattern.compile("'(.*)' is not an? (?:float|double|floating point number)$");

  private static final Pattern NOT_A_CHOICE =
      Pattern.compile("expected one of \\[(.*)] \\(case-insensitive\\) but was '([^']*)'");

  private UsageMessage() {}

  static String of(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return what(mistake) + " ('" + command + " --help' says more)";
  }

  private static String what(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(mistake.getMessage()).strip();
    message = message.replaceFirst("^Error: ", "").replaceFirst("\\.$", "");
    message = message.replace("Unknown subcommand", "there is no command");
    message = NOT_A_NUMBER.matcher(message).replaceAll("'$1' is not a whole number");
    message = NOT_A_FRACTION.matcher(message).replaceAll("'$1' is not a number");
    message =
        NOT_A_CHOICE
            .matcher(message)
            .replaceAll(choice ->
                Matcher.quoteReplacement(
                    "'" + choice.group(2) + "' is not one of " + lower(choice.group(1))));
    return message.isEmpty()
        ? "the arguments do not go together"
        : lower(message.substring(0, 1)) + message.substring(1);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().get(0);
    CommandLine command = mistake.getCommandLine();
    if (mistake.isUnknownOption()) {
      return "there is no option '"
          + first
          + "'"
          + meant(first, command.getCommandSpec().optionsMap().keySet())
          + behindDashes(command, first);
    }
    Set<String> commands = command.getSubcommands().keySet();
    return commands.isEmpty()
        ? "'" + first + "' is one argument too many: put an argument with spaces in quotes"
        : "there is no command '" + first + "'" + meant(first, commands);
  }

  private static String meant(String written, Set<String> names) {
    return Nearest.to(written, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** A search may begin with what it does not want. */
  private static String behindDashes(CommandLine command, String argument) {
    boolean takesTexts = !command.getCommandSpec().positionalParameters().isEmpty();
    return takesTexts && !argument.startsWith("--")
        ? "; what begins with - and is not an option goes after --, as in '-- " + argument + "'"
        : "";
  }
}

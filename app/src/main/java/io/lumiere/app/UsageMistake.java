package io.lumiere.app;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the arguments of a command, in one line. */
final class UsageMistake {
  private static final Pattern NO_NUMBER = Pattern.compile("'(.*)' is not an? (?:int|long|float)");
  private static final int SUGGESTIONS = 3;

  private UsageMistake() {}

  static String of(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return what(mistake) + " ('" + command + " --help' tells all)";
  }

  private static String what(ParameterException mistake) {
    if (mistake instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().isEmpty()) {
      return unmatched(unmatched);
    }
    String message = String.valueOf(mistake.getMessage()).strip();
    message = message.replaceFirst("^Error: ", "").replaceFirst("\\.$", "");
    Matcher number = NO_NUMBER.matcher(message);
    message = number.replaceAll("'$1' is no number that it takes");
    return message.isEmpty()
        ? "the arguments do not go together"
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }

  private static String unmatched(UnmatchedArgumentException mistake) {
    String first = mistake.getUnmatched().get(0);
    CommandLine command = mistake.getCommandLine();
    boolean takesCommands = !command.getSubcommands().isEmpty();
    List<String> near = mistake.getSuggestions();
    String meant =
        near.isEmpty()
            ? ""
            : "; did you mean "
                + String.join(" or ", near.subList(0, Math.min(SUGGESTIONS, near.size())))
                + "?";
    if (mistake.isUnknownOption()) {
      return "there is no option '" + first + "'" + meant + behindDashes(command, first);
    }
    return takesCommands
        ? "there is no command '" + first + "'" + meant
        : "'" + first + "' is one argument too many: one with spaces stands in quotes";
  }

  /** A search may begin with what it does not want. */
  private static String behindDashes(CommandLine command, String argument) {
    boolean takesTexts = !command.getCommandSpec().positionalParameters().isEmpty();
    return takesTexts && !argument.startsWith("--")
        ? "; what begins with - and is no option goes behind --, as in '-- " + argument + "'"
        : "";
  }
}

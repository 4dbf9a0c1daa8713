package io.lumiere.app.prompt;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A search as it was typed. Immutable.
 *
 * @param build which build of Lumiere asks, see {@link BuildStamp}
 * @param folder in which it was typed
 * @param environment the variables that matter to a search
 * @param arguments of the program, the command among them
 */
public record PromptRequest(
    String build, Path folder, Map<String, String> environment, List<String> arguments) {
  private static final int MOST = 1_000;

  /** Variables that a request brings with it; all others must be the same at both ends. */
  private static final Set<String> OWN =
      Set.of(
          "LUMIERE_OUT_TTY",
          "LUMIERE_ERR_TTY",
          "LUMIERE_COLUMNS",
          "LUMIERE_DEBUG",
          "LUMIERE_INDEX",
          "NO_COLOR");

  /** From which Java takes options, the time zone or the language among them. */
  private static final Set<String> JAVA_OPTIONS =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

  public PromptRequest {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  /** Those variables of a process that matter to a search. */
  public static Map<String, String> relevant(Map<String, String> environment) {
    Map<String, String> relevant = new TreeMap<>();
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      String name = variable.getKey();
      if (OWN.contains(name)
          || name.startsWith("LUMIERE_")
          || name.equals("XDG_CACHE_HOME")
          || name.equals("XDG_DATA_HOME")
          || name.startsWith("LC_")
          || JAVA_OPTIONS.contains(name)
          || name.equals("LANG")
          || name.equals("LANGUAGE")
          || name.equals("HOME")
          || name.equals("TZ")) {
        relevant.put(name, variable.getValue());
      }
    }
    return relevant;
  }

  /** Whether a process with this environment finds the same things in the same places. */
  public boolean isOfSameHome(Map<String, String> other) {
    return shared(environment).equals(shared(relevant(other)));
  }

  private static Map<String, String> shared(Map<String, String> environment) {
    Map<String, String> shared = new TreeMap<>(environment);
    shared.keySet().removeAll(OWN);
    return shared;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(environment.size());
    out.writeInt(arguments.size());
    out.writeUTF(build);
    out.writeUTF(folder.toString());
    for (Map.Entry<String, String> variable : environment.entrySet()) {
      out.writeUTF(variable.getKey());
      out.writeUTF(variable.getValue());
    }
    for (String argument : arguments) {
      out.writeUTF(argument);
    }
    out.flush();
  }

  /** Reads a request; its size is bounded. */
  static PromptRequest read(DataInputStream in) throws IOException {
    int variables = count(in);
    String[] arguments = new String[count(in)];
    String build = in.readUTF();
    Path folder = Path.of(in.readUTF());
    Map<String, String> environment = new TreeMap<>();
    for (int i = 0; i < variables; i++) {
      environment.put(in.readUTF(), in.readUTF());
    }
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = in.readUTF();
    }
    return new PromptRequest(build, folder, environment, Arrays.asList(arguments));
  }

  private static int count(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > MOST) {
      throw new IOException("a request of " + count + " parts");
    }
    return count;
  }
}

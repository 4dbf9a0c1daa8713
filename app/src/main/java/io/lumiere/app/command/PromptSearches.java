package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.prompt.PromptOutput;
import io.lumiere.app.prompt.PromptRequest;
import io.lumiere.app.prompt.PromptServer;
import io.lumiere.base.LumiereException;
import io.lumiere.web.archives.OpenEncoders;
import io.lumiere.workspace.Home;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The searches that a gallery runs for the prompt: the same command with the same arguments, only
 * that the index and the model are open already. It declines what is not quite ordinary: searches
 * that read or write files by names, which this process would look for in another folder, that name
 * a model or a collection, ask for help, which looks at the terminal, or are mistaken. Thread-safe.
 */
final class PromptSearches implements PromptServer.Answerer, AutoCloseable {
  private static final List<String> DECLINED =
      List.of(
          "--explain-photo",
          "--image",
          "--in",
          "--like",
          "--model",
          "--queries",
          "--sheet",
          "--unlike");

  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final KeptIndexes indexes;
  private final Thread keeper;
  private boolean closed;

  PromptSearches(Home home, OpenEncoders encoders) {
    this.indexes = new KeptIndexes(home, encoders);
    this.keeper = Thread.ofPlatform().name("lumiere-prompts").daemon(true).start(this::keep);
  }

  @Override
  public synchronized OptionalInt answer(PromptRequest request, PromptOutput output) {
    String[] args = request.arguments().toArray(String[]::new);
    Console console =
        new Console(
            InputStream.nullInputStream(), output.out(), output.err(), request.environment());
    Optional<Path> index = closed ? Optional.empty() : index(console, args, request.folder());
    if (index.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      return indexes
          .open(index.get())
          .map(open -> CommandRun.run(console, (h, l, i, m) -> open, args))
          // The gallery may have too little memory, say, where a process of its own has enough.
          .filter(status -> status != ExitStatus.FAILED)
          .map(OptionalInt::of)
          .orElseGet(OptionalInt::empty);
    } catch (IOException | LumiereException e) {
      return OptionalInt.empty(); // Who asked finds out himself, and says it.
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    indexes.close();
    keeper.interrupt();
  }

  private void keep() {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        leave(System.nanoTime());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // The end.
    }
  }

  /** Closes what is not worth keeping at a time of {@link System#nanoTime}. */
  synchronized void leave(long now) {
    indexes.leave(now);
  }

  /** The index of a search that is answered here. */
  private static Optional<Path> index(Console console, String[] args, Path folder) {
    for (String argument : args) {
      if (argument.startsWith("@")) { // A file with more arguments.
        return Optional.empty();
      }
    }
    CommandLine line = LumiereCommand.line(console, "search");
    line.setCaseInsensitiveEnumValuesAllowed(true);
    try {
      ParseResult parsed = line.parseArgs(args).subcommand();
      return parsed != null && parsed.commandSpec().userObject() instanceof SearchCommand search
          ? index(search, parsed, folder)
          : Optional.empty();
    } catch (ParameterException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> index(SearchCommand search, ParseResult parsed, Path folder) {
    if (parsed.isUsageHelpRequested()
        || parsed.isVersionHelpRequested()
        || DECLINED.stream().anyMatch(parsed::hasMatchedOption)
        || search.index.isCollection(search.home)
        || search.namesPhotos()) {
      return Optional.empty();
    }
    String given = parsed.matchedOptionValue("--index", null);
    String variable = search.console.variable("LUMIERE_INDEX");
    boolean isAbsolute =
        given != null
            ? Path.of(given).isAbsolute()
            : variable == null || Path.of(variable).isAbsolute();
    return isAbsolute || folder.equals(Path.of("").toAbsolutePath())
        ? Optional.of(search.index.resolve(search.home))
        : Optional.empty();
  }
}

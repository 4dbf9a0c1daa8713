package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.models.catalogue.SelfTest;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.setup.SelfTestInputs;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tries a model. */
@Command(
    name = "check",
    description = {
      "Tries a model: reads all its files, encodes some images and texts, and looks whether the"
          + " vectors are fit to be used and the same as when the model was added.",
      "Exit status 1 if something is not as it should be."
    },
    footer = {"  lumiere models check", "  lumiere models check clip-vit-b-32 --json"})
final class ModelsCheckCommand extends ConsoleCommand {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "An installed model. Default: the default model.")
  @Nullable String name;

  @Option(names = "--json", description = "Print one JSON object.")
  boolean json;

  ModelsCheckCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    String wanted = name == null ? new ModelStore(home.models()).defaultName() : name;
    Path folder = new ModelChoice(home, setupLines).folder(wanted);
    SelfTest.Report report = SelfTest.run(folder, SelfTestInputs.make());
    if (json) {
      print(wanted, report);
    } else {
      tell(wanted, report);
    }
    return report.passed() ? 0 : ExitStatus.FAILED;
  }

  private void tell(String wanted, SelfTest.Report report) {
    console.out().println(wanted);
    for (SelfTest.Check check : report.checks()) {
      console
          .out()
          .printf("  %-4s  %s: %s%n", check.passed() ? "ok" : "FAIL", check.what(), check.detail());
    }
    if (report.millisPerImage() > 0) {
      console
          .out()
          .printf(
              Locale.ROOT,
              "  %.1f ms an image, %.1f ms a text, on one thread%n",
              report.millisPerImage(),
              report.millisPerText());
    }
    console.out().println(report.passed() ? "The model works" : "The model does not work");
  }

  private void print(String wanted, SelfTest.Report report) {
    JsonLine.print(
        console,
        line -> {
          line.writeStringField("model", wanted);
          line.writeBooleanField("passed", report.passed());
          line.writeNumberField("millisPerImage", report.millisPerImage());
          line.writeNumberField("millisPerText", report.millisPerText());
          line.writeArrayFieldStart("checks");
          for (SelfTest.Check check : report.checks()) {
            line.writeStartObject();
            line.writeStringField("what", check.what());
            line.writeBooleanField("passed", check.passed());
            line.writeStringField("detail", check.detail());
            line.writeEndObject();
          }
          line.writeEndArray();
        });
  }
}

package io.lumiere.app.command;

import io.lumiere.app.option.DefaultModelOption;
import io.lumiere.app.option.EncoderInput;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.Cosines;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Compares texts and pictures. */
@Command(
    name = "similarity",
    description =
        "Prints the cosine of the first text or picture with each of the others, -1 to 1. What is"
            + " high depends on the model and on what is compared: compare like with like.",
    footer = {
      "  lumiere similarity 'a dog on a beach' 'a puppy by the sea' 'a tax form'",
      "  lumiere similarity lake.jpg 'a lake' 'a street'"
    })
final class SimilarityCommand extends ConsoleCommand {
  @Mixin EncoderInput.Arguments inputs = new EncoderInput.Arguments();

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin DefaultModelOption model = new DefaultModelOption();

  SimilarityCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<EncoderInput> all = inputs.read(console.in());
    if (all.size() < 2) {
      throw new IllegalArgumentException(
          "there is nothing to compare "
              + (all.isEmpty() ? "" : "'" + all.get(0).value() + "' ")
              + "with: write two or more texts or pictures");
    }
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(model.name())) {
      float[] first = all.get(0).encode(encoder);
      Attempts attempts = new Attempts(console);
      for (EncoderInput other : all.subList(1, all.size())) {
        attempts.add(
            () -> print(encoder, all.get(0), other, Cosines.of(first, other.encode(encoder))));
      }
      return attempts.status();
    }
  }

  private void print(DualEncoder encoder, EncoderInput first, EncoderInput other, float cosine) {
    if (!json) {
      console.out().printf(Locale.ROOT, "%.4f  %s%n", cosine, other.value());
      return;
    }
    JsonLine.print(
        console,
        line -> {
          line.writeStringField("model", encoder.model().id());
          line.writeStringField("first", first.value());
          line.writeStringField("other", other.value());
          line.writeNumberField("cosine", cosine);
        });
  }
}

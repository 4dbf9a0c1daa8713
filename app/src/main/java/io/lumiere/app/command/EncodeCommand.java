package io.lumiere.app.command;

import io.lumiere.app.option.EncoderInput;
import io.lumiere.app.option.NamedModel;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.app.setup.Home;
import io.lumiere.app.setup.ModelChoice;
import io.lumiere.models.DualEncoder;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints vectors. */
@Command(
    name = "encode",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the vectors of texts and pictures, one a line, of unit length: the dot product of two"
          + " is their likeness.",
      "With --json a line is {\"model\": ..., \"input\": ..., \"kind\": \"text\" or \"image\","
          + " \"vector\": [...]}, without it numbers with spaces between them."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  lumiere encode 'a lake in winter' --json",
      "  lumiere encode lake.jpg sea.jpg --model clip-vit-b-32 --json",
      "  lumiere encode - --json < texts.txt"
    })
final class EncodeCommand implements Callable<Integer> {
  @Mixin EncoderInput.Arguments inputs = new EncoderInput.Arguments();

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin NamedModel model = new NamedModel();

  private final Console console;

  EncodeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try (DualEncoder encoder = new ModelChoice(console, new Home(console)).open(model.name())) {
      Attempts attempts = new Attempts(console);
      for (EncoderInput input : inputs.read(console)) {
        attempts.add(() -> print(encoder, input, input.encode(encoder)));
      }
      return attempts.status();
    }
  }

  private void print(DualEncoder encoder, EncoderInput input, float[] vector) {
    if (!json) {
      StringJoiner line = new StringJoiner(" ");
      for (float value : vector) {
        line.add(Float.toString(value));
      }
      console.out().println(line);
      return;
    }
    JsonLine.print(
        console,
        line -> {
          line.writeStringField("model", encoder.model().id());
          line.writeStringField("input", input.value());
          line.writeStringField("kind", input.kind());
          line.writeArrayFieldStart("vector");
          for (float value : vector) {
            line.writeNumber(value);
          }
          line.writeEndArray();
        });
  }
}

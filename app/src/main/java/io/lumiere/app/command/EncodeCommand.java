package io.lumiere.app.command;

import io.lumiere.app.option.DefaultModelOption;
import io.lumiere.app.option.EncoderInput;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.ModelChoice;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints vectors. */
@Command(
    name = "encode",
    description = {
      "Prints the vectors of texts and pictures, one a line, of unit length: the dot product of two"
          + " is their likeness.",
      "With --json a line is {\"model\": ..., \"input\": ..., \"kind\": \"text\" or \"image\","
          + " \"vector\": [...]}, without it numbers with spaces between them."
    },
    footer = {
      "  lumiere encode 'a lake in winter' --json",
      "  lumiere encode lake.jpg sea.jpg --model clip-vit-b-32 --json",
      "  lumiere encode - --json < texts.txt"
    })
final class EncodeCommand extends ConsoleCommand {
  @Mixin EncoderInput.Arguments inputs = new EncoderInput.Arguments();

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin DefaultModelOption model = new DefaultModelOption();

  EncodeCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(model.name())) {
      Attempts attempts = new Attempts(console);
      for (EncoderInput input : inputs.read(console.in())) {
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

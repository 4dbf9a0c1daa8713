package io.lumiere.app.command;

import io.lumiere.app.option.DefaultModelOption;
import io.lumiere.app.output.Console;
import io.lumiere.app.output.JsonLine;
import io.lumiere.models.DualEncoder;
import io.lumiere.workspace.ModelChoice;
import io.lumiere.workspace.search.Labels;
import io.lumiere.workspace.search.QueryImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which labels fit pictures. */
@Command(
    name = "label",
    description = {
      "Says how likely each label is for each picture, likeliest first.",
      "A CLIP model takes one of the labels to be right, so that their probabilities add up to 1; a"
          + " SigLIP model judges each by itself."
    },
    footer = {
      "  lumiere label lake.jpg --labels lake,sea,river",
      "  lumiere label *.jpg --labels-file things.txt --top 3 --json",
      "  lumiere label room.jpg --labels kitchen,bath --template 'the {} of a house'"
    })
final class LabelCommand extends ConsoleCommand {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
  List<Path> files = List.of();

  @Option(
      names = "--labels",
      paramLabel = "LABEL",
      split = ",",
      description = "Labels with commas between them.")
  List<String> labels = List.of();

  @Option(
      names = "--labels-file",
      paramLabel = "FILE",
      description = "A file of labels, one a line.")
  @Nullable Path labelsFile;

  @Option(
      names = "--template",
      paramLabel = "TEXT",
      description =
          "A sentence with {} where the label goes; with several, the mean of them counts. Default:"
              + " the model's own.")
  List<String> templates = List.of();

  @Option(names = "--top", paramLabel = "N", description = "Print the N likeliest labels only.")
  int top = Integer.MAX_VALUE;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  @Mixin DefaultModelOption model = new DefaultModelOption();

  LabelCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    List<String> all = labels();
    if (top < 1) {
      throw new IllegalArgumentException("--top is " + top + ", not 1 or more");
    }
    try (DualEncoder encoder = new ModelChoice(home, setupLines).open(model.name())) {
      List<String> sentences = templates.isEmpty() ? encoder.templates() : templates;
      Labels scored = new Labels(encoder, all, sentences);
      Attempts attempts = new Attempts(console);
      for (Path file : files) {
        attempts.add(() -> print(file, encoder, scored.of(QueryImage.encode(file, encoder))));
      }
      return attempts.status();
    }
  }

  private List<String> labels() {
    List<String> all = new ArrayList<>(labels);
    if (labelsFile != null) {
      all.addAll(TextLines.read(labelsFile, "labels"));
    }
    List<String> named =
        all.stream().map(String::strip).filter(label -> !label.isEmpty()).distinct().toList();
    if (named.isEmpty()) {
      throw new IllegalArgumentException("there is no label: give some by --labels a,b,c");
    }
    return named;
  }

  private void print(Path file, DualEncoder encoder, List<Labels.Scored> scored) {
    List<Labels.Scored> best = scored.subList(0, Math.min(top, scored.size()));
    if (!json) {
      console.out().println(file);
      best.forEach(
          one -> console.out().printf(Locale.ROOT, "  %.3f  %s%n", one.probability(), one.label()));
      return;
    }
    JsonLine.print(
        console,
        line -> {
          line.writeStringField("model", encoder.model().id());
          line.writeStringField("file", file.toString());
          line.writeArrayFieldStart("labels");
          for (Labels.Scored one : best) {
            line.writeStartObject();
            line.writeStringField("label", one.label());
            line.writeNumberField("probability", one.probability());
            line.writeNumberField("cosine", one.cosine());
            line.writeEndObject();
          }
          line.writeEndArray();
        });
  }
}

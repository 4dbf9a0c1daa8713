package io.lumiere.app.command;

import io.lumiere.app.output.Console;
import io.lumiere.app.output.DownloadLine;
import io.lumiere.app.output.ModelJson;
import io.lumiere.app.output.TextTable;
import io.lumiere.models.catalogue.InstalledModel;
import io.lumiere.models.catalogue.KnownModel;
import io.lumiere.models.catalogue.KnownModels;
import io.lumiere.models.catalogue.ModelStore;
import io.lumiere.workspace.setup.Conversion;
import io.lumiere.workspace.setup.Starter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists models. */
@Command(
    name = "list",
    description = "Lists the installed models; with --known those that can be added by name.",
    footer = {"  lumiere models list", "  lumiere models list --known"})
final class ModelsListCommand extends ConsoleCommand {
  @Option(names = "--known", description = "List what can be added by name.")
  boolean known;

  @Option(names = "--json", description = "Print one JSON object a line.")
  boolean json;

  private final ModelStore store;

  ModelsListCommand(Console console) {
    super(console);
    this.store = new ModelStore(home.models());
  }

  @Override
  public Integer call() {
    if (known) {
      listKnown();
    } else {
      listInstalled();
    }
    return 0;
  }

  private void listInstalled() {
    String chosen = store.defaultName();
    List<InstalledModel> models = new ArrayList<>();
    Optional<InstalledModel> starter = new Starter(home, setupLines).installed();
    starter.ifPresent(models::add);
    models.addAll(store.list());
    if (json) {
      models.forEach(model -> ModelJson.print(console, model, model.name().equals(chosen)));
    } else {
      print(models, chosen, starter.isPresent());
    }
  }

  private void print(List<InstalledModel> models, String chosen, boolean hasStarter) {
    TextTable table = new TextTable("NAME", "KIND", "DIMENSIONS", "SIZE", "");
    if (!hasStarter) {
      String marks = marks(ModelStore.STARTER, chosen) + ", not made yet";
      table.row(ModelStore.STARTER, "starter", "", "", marks);
    }
    for (InstalledModel model : models) {
      table.row(
          model.name(),
          model.manifest().kind(),
          String.valueOf(model.manifest().model().dimension()),
          DownloadLine.bytes(model.bytes()),
          marks(model.name(), chosen));
    }
    table.print(console.out());
    console.out().println("'lumiere models list --known' lists what can be added");
  }

  private String state(KnownModel model) {
    if (store.find(model.name()).isPresent()) {
      return "installed";
    }
    return Conversion.knows(model) ? "" : "not in this version";
  }

  private static String marks(String name, String chosen) {
    List<String> marks = new ArrayList<>();
    if (name.equals(chosen)) {
      marks.add("default");
    }
    if (name.equals(ModelStore.STARTER)) {
      marks.add("built in");
    }
    return String.join(", ", marks);
  }

  private void listKnown() {
    List<KnownModel> models = KnownModels.load(console.environment()).all();
    if (json) {
      models.forEach(model ->
          ModelJson.print(
              console, model, store.find(model.name()).isPresent(), Conversion.knows(model)));
      return;
    }
    TextTable table = new TextTable("NAME", "DIMENSIONS", "DOWNLOAD", "LANGUAGES", "LICENCE", "");
    for (KnownModel model : models) {
      table.row(
          model.name(),
          String.valueOf(model.dimension()),
          (model.exact() ? "" : "about ") + DownloadLine.bytes(model.bytes()),
          model.languages(),
          model.licence(),
          state(model));
    }
    table.print(console.out());
    console.out().println("'lumiere models info NAME' says more about one");
  }
}
